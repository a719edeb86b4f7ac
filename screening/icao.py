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

from sops.countries import ALPHA2

__all__ = ["ALPHA2", "SPECIAL", "SpecialCode", "alpha2", "is_known", "state_name"]


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
