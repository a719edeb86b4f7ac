"""The state codes of machine-readable travel documents: ISO 3166-1 alpha-3 and what ICAO adds to it.

Apart from the parser because the codes are data that change with the norm, and screens and papers show their names.
Source: ICAO Doc 9303-3, section 5 (codes for nationality, place of birth, location of issuing State/authority and other
purposes); ISO 3166-1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

__all__ = ["ALPHA2", "SPECIAL", "SpecialCode", "alpha2", "is_known", "state_name"]

# Each word is an alpha-3 code and its alpha-2 code: the latter is the key of the country names in CLDR.
_ISO_3166_1: Final = """
    ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG
    AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL
    BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH
    CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX
    CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES
    ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI
    GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM
    HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT
    JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB
    LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD
    MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS
    MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO
    NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP
    PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS
    SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI
    SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO
    TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC
    VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW
"""

ALPHA2: Final[Mapping[str, str]] = MappingProxyType({word[:3]: word[3:] for word in _ISO_3166_1.split()})


@dataclass(frozen=True, slots=True)
class SpecialCode:
    """A code outside ISO 3166-1 that a genuine document may carry, with its name in Spanish and English."""

    code: str
    es: str
    en: str


SPECIAL: Final[Mapping[str, SpecialCode]] = MappingProxyType(
    {
        code: SpecialCode(code, es, en)
        for code, es, en in (
            # States, and kinds of British nationality.
            ("D", "Alemania", "Germany"),
            ("EUE", "Unión Europea (salvoconducto)", "European Union (laissez-passer)"),
            ("GBD", "Ciudadano de los territorios británicos de ultramar", "British Overseas Territories citizen"),
            ("GBN", "Nacional británico (de ultramar)", "British National (Overseas)"),
            ("GBO", "Ciudadano británico de ultramar", "British Overseas citizen"),
            ("GBP", "Persona bajo protección británica", "British protected person"),
            ("GBS", "Súbdito británico", "British subject"),
            ("RKS", "Kosovo", "Kosovo"),
            # United Nations.
            ("UNO", "Organización de las Naciones Unidas", "United Nations Organization"),
            ("UNA", "Organismo especializado de las Naciones Unidas", "United Nations specialized agency"),
            ("UNK", "Residente de Kosovo (UNMIK)", "Resident of Kosovo (UNMIK)"),
            # Other issuing authorities.
            ("XBA", "Banco Africano de Desarrollo", "African Development Bank"),
            ("XIM", "Banco Africano de Exportación e Importación", "African Export-Import Bank"),
            ("XCC", "Comunidad del Caribe (CARICOM)", "Caribbean Community (CARICOM)"),
            ("XCE", "Consejo de Europa", "Council of Europe"),
            ("XCO", "Mercado Común de África Oriental y Meridional", "COMESA"),
            ("XEC", "Comunidad Económica de Estados de África Occidental", "ECOWAS"),
            ("XPO", "INTERPOL", "INTERPOL"),
            ("XES", "Organización de Estados del Caribe Oriental", "Organization of Eastern Caribbean States"),
            ("XMP", "Asamblea Parlamentaria del Mediterráneo", "Parliamentary Assembly of the Mediterranean"),
            ("XOM", "Soberana Orden Militar de Malta", "Sovereign Military Order of Malta"),
            ("XDC", "Comunidad de Desarrollo de África Meridional", "Southern African Development Community"),
            # Persons without a defined nationality.
            ("XXA", "Apátrida", "Stateless person"),
            ("XXB", "Refugiado (Convención de 1951)", "Refugee (1951 Convention)"),
            ("XXC", "Refugiado (otro)", "Refugee (other)"),
            ("XXX", "Nacionalidad no especificada", "Unspecified nationality"),
            # Withdrawn from ISO 3166-1, kept by ICAO.
            ("ANT", "Antillas Neerlandesas", "Netherlands Antilles"),
            ("NTZ", "Zona Neutral", "Neutral Zone"),
            # Specimens, and ICAO itself.
            ("UTO", "Utopía (documento de muestra)", "Utopia (specimen document)"),
            ("IAO", "Organización de Aviación Civil Internacional", "International Civil Aviation Organization"),
            # Not in Doc 9303, but printed on documents that are accepted here and there; a warning would say nothing.
            ("XCT", "República Turca del Norte de Chipre", "Turkish Republic of Northern Cyprus"),
        )
    }
)


def is_known(code: str) -> bool:
    """Whether a document may carry this code, written without its fillers ("D", not "D<<")."""
    return code in ALPHA2 or code in SPECIAL


def alpha2(code: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a state, "DE" for Germany's D; None where there is none (a refugee, INTERPOL)."""
    return "DE" if code == "D" else ALPHA2.get(code)


def state_name(code: str, language: Literal["es", "en"], territories: Mapping[str, str]) -> str:
    """The name to be shown for a code: CLDR's for countries, ours for the special ones, the code itself when unknown.

    `territories` are the names by alpha-2 code in that language (Babel's `Locale(language).territories`), passed in
    because this layer knows the standard library only.
    """
    special = SPECIAL.get(code)
    if special is not None:
        return special.es if language == "es" else special.en
    return territories.get(ALPHA2.get(code, ""), code)
