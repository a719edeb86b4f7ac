"""Travellers who never were, for the paper to be tried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from screening.referral import (
    Care,
    Decision,
    Exposure,
    Illness,
    Measures,
    Notice,
    Notification,
    Person,
    Referral,
    Sign,
    Stay,
    Test,
    Told,
    Transport,
)
from sops.logic import NO, UNKNOWN, YES

PANAMA = timezone(timedelta(hours=-5))


def at(hour, minute):
    return datetime(2021, 3, 23, hour, minute, tzinfo=PANAMA)


def words(es, en, fr, pt, ht):
    return {"es": es, "en": en, "fr": fr, "pt": pt, "ht": ht}


BREATHLESS = words(
    "Dificultad para respirar", "Difficulty breathing", "Difficulté à respirer", "Dificuldade para respirar",
    "Difikilte pou respire",
)  # fmt: skip
CHEST = words("Dolor de pecho", "Chest pain", "Douleur dans la poitrine", "Dor no peito", "Doulè nan pwatrin")
CONFUSED = words("Confusión", "Confused", "Confusion", "Confusão", "Konfizyon")
FEVER = words("Fiebre", "Fever", "Fièvre", "Febre", "Lafyèv")
COUGH = words("Tos", "Cough", "Toux", "Tosse", "Tous")
SMELL = words(
    "Pérdida del olfato", "Loss of smell", "Perte de l’odorat", "Perda do olfato", "Pèdi sant",
)  # fmt: skip
HEADACHE = words("Dolor de cabeza", "Headache", "Mal de tête", "Dor de cabeça", "Tèt fè mal")
THROAT = words("Dolor de garganta", "Sore throat", "Mal de gorge", "Dor de garganta", "Gòj fè mal")
MUSCLES = words("Dolor muscular", "Muscle pain", "Douleurs musculaires", "Dor muscular", "Doulè nan misk")
NOSE = words("Secreción nasal", "Runny nose", "Nez qui coule", "Nariz escorrendo", "Nen k ap koule")
TIRED = words("Mucho cansancio", "Great tiredness", "Grande fatigue", "Muito cansaço", "Anpil fatig")
APPETITE = words("Falta de apetito", "No appetite", "Perte d’appétit", "Falta de apetite", "Pa gen apeti")
NAUSEA = words("Náuseas", "Nausea", "Nausées", "Náusea", "Anvi vomi")
VOMIT = words("Vómito", "Vomiting", "Vomissements", "Vômito", "Vomisman")
DIARRHOEA = words("Diarrea", "Diarrhoea", "Diarrhée", "Diarreia", "Dyare")
HAITI = words("Haití", "Haiti", "Haïti", "Haiti", "Ayiti")
COLOMBIA = words("Colombia", "Colombia", "Colombie", "Colômbia", "Kolonbi")
PANAMA_WORDS = words("Panamá", "Panama", "Panama", "Panamá", "Panama")

GOING = words(
    "Irá a una clínica para que la examinen. Su familia sabrá dónde está. Conserva sus papeles y su teléfono.",
    "You will go to a clinic to be examined. Your family will know where you are. You keep papers and phone.",
    "Vous irez dans une clinique pour être examinée. Votre famille saura où. Vous gardez vos papiers.",
    "Você irá a uma clínica para ser examinada. Sua família saberá onde você está. Você fica com seus papéis.",
    "Ou pral nan yon klinik pou yo egzamine w. Fanmi ou ap konnen ki kote. Ou kenbe papye ou ak telefòn ou.",
)

TYPICAL = Referral(
    post_name="Estación de recepción Lajas Blancas",
    post_code="PA-DAR-LB",
    number="PA-DAR-LB-A7K-000123-X",
    sequence=4711,
    chain_head="ab12cd34ef567890ab12cd34ef567890ab12cd34ef567890ab12cd34ef567890",
    printed_at=at(9, 14),
    person=Person(
        family_name="Jean-Baptiste Désir",
        given_names="Marie Rose-Laure",
        spoken_name="Mari Roz",
        birth_date="1988-05-02",
        age=32,
        sex="F",
        language=words("criollo haitiano", "Haitian Creole", "créole haïtien", "crioulo haitiano", "kreyòl"),
        interpreter=YES,
        document=words("pasaporte", "passport", "passeport", "passaporte", "paspò"),
        document_last4="4821",
        companions=3,
        carer_of_child=YES,
    ),
    danger_signs=(BREATHLESS, CHEST),
    measures=Measures(
        temperature_c=38.4,
        temperature_at=at(8, 52),
        device=words("infrarrojo", "infrared", "infrarouge", "infravermelho", "enfrawouj"),
        breaths_per_minute=26,
        spo2_percent=93,
        pulse_per_minute=104,
        consciousness=words("alerta", "alert", "alerte", "alerta", "je klè"),
    ),
    illness=Illness(
        signs=(
            Sign(FEVER, date(2021, 3, 20)),
            Sign(COUGH, date(2021, 3, 20)),
            Sign(HEADACHE, date(2021, 3, 21)),
            Sign(TIRED, date(2021, 3, 21)),
            Sign(MUSCLES, None),
            Sign(DIARRHOEA, None, NO),
            Sign(NOSE, None, NO),
            Sign(SMELL, None, UNKNOWN),
        ),
        first_day=date(2021, 3, 20),
        fever_reducer=NO,
        pregnant=YES,
        pregnancy_weeks=22,
        chronic=words("asma", "asthma", "asthme", "asma", "opresyon"),
        medicines="salbutamol",
        allergies="penicilina",
        vaccination=words("ninguna", "none", "aucune", "nenhuma", "okenn"),
    ),
    exposures=(
        Exposure(
            words(
                "residió en campamento", "stayed in a camp", "séjour dans un camp", "ficou em acampamento", "te nan kan"
            ),
            date(2021, 3, 15),
            date(2021, 3, 22),
            "Bajo Chiquito",
        ),
    ),
    stays=(
        Stay(PANAMA_WORDS, "Darién", date(2021, 3, 15), date(2021, 3, 23)),
        Stay(COLOMBIA, "Antioquia", date(2021, 3, 9), date(2021, 3, 15)),
    ),
    decision=Decision(
        definition="who-covid19@2020-12-16",
        procedure="poe-entry@2021-01-15",
        classification=words("caso sospechoso", "suspected case", "cas suspect", "caso suspeito", "ka sispèk"),
        criterion=words(
            "Fiebre y tos de inicio reciente, y residió en un lugar con alto riesgo de transmisión (criterio A).",
            "Acute onset of fever and cough, and stayed in a place with high risk of transmission (criterion A).",
            "Fièvre et toux d’apparition récente, et séjour dans un lieu à haut risque de transmission (critère A).",
            "Febre e tosse de início recente, e ficou em local com alto risco de transmissão (critério A).",
            "Lafyèv ak tous ki fèk kòmanse, epi li te rete yon kote ki gen gwo risk (kritè A).",
        ),
        unknowns=(
            words(
                "Pérdida del olfato: un sí lo haría caso probable.",
                "Loss of smell: a yes would make it a probable case.",
                "Perte de l’odorat : un oui en ferait un cas probable.",
                "Perda do olfato: um sim faria dele caso provável.",
                "Pèdi sant: yon wi ta fè l yon ka pwobab.",
            ),
        ),
        tests=(
            Test(
                words(
                    "prueba rápida de antígenos",
                    "antigen rapid test",
                    "test rapide antigénique",
                    "teste rápido de antígeno",
                    "tès rapid antijèn",
                ),
                None,
                "Panbio",
                "41ADG082A",
                at(9, 5),
            ),
        ),
        other_cause=words(
            "malaria: no probada",
            "malaria: not tested",
            "paludisme : non testé",
            "malária: não testada",
            "malarya: pa teste",
        ),
    ),
    care=Care(mask=YES, isolated=YES, isolated_from=at(8, 58), fluids=YES, first_aid=NO, oxygen=UNKNOWN),
    told=Told(
        text=(GOING,),
        language=words("criollo haitiano", "Haitian Creole", "créole haïtien", "crioulo haitiano", "kreyòl"),
        agreed=YES,
        ordered_by="",
    ),
    transport=Transport(
        destination="Hospital de Metetí",
        destination_phone="+507 299-0000",
        vehicle="Ambulancia 12",
        driver="L. Ortega",
        attendant="Enf. C. Mena",
        guarded=True,
        called_at=at(9, 0),
    ),
    sent_by="Oficial 17",
    sent_by_role=words("salud", "health", "santé", "saúde", "sante"),
    call_back="+507 6000-1234",
    notified=Notification("MINSA Epidemiología, Darién", "Dra. Ríos", at(9, 6), "DAR-0323-04"),
)

ALL_UNKNOWN = Referral(
    post_name="Paso Canoas",
    post_code="PA-CHI-PC",
    number="PA-CHI-PC-B2M-000007-4",
    sequence=0,
    chain_head="0011223344556677",
    printed_at=at(23, 59),
    decision=Decision(
        "who-covid19@2022-07-22",
        "poe-entry@2022-08-01",
        words("indeterminado", "undetermined", "indéterminé", "indeterminado", "poko detèmine"),
    ),
)

WELL_SIGNS = (
    FEVER,
    COUGH,
    BREATHLESS,
    SMELL,
    HEADACHE,
    THROAT,
    MUSCLES,
    NOSE,
    TIRED,
    APPETITE,
    NAUSEA,
    VOMIT,
    DIARRHOEA,
)

MANY_SIGNS = replace(
    TYPICAL,
    danger_signs=(BREATHLESS, CHEST, CONFUSED, *WELL_SIGNS[3:9]),
    illness=replace(TYPICAL.illness, signs=tuple(Sign(one, date(2021, 3, 10 + n)) for n, one in enumerate(WELL_SIGNS))),
    exposures=TYPICAL.exposures * 4,
    stays=TYPICAL.stays * 3,
)


def named(family_name, given_names="Ana", latin=None):
    """The typical traveller under another name."""
    person = replace(TYPICAL.person, family_name=family_name, given_names=given_names, latin_family_name=latin)
    return replace(TYPICAL, person=person)


NOTICE = Notice(
    post_name="Estación de recepción Lajas Blancas",
    post_code="PA-DAR-LB",
    printed_at=at(9, 20),
    next_steps=words(
        "Puede continuar hacia el control migratorio.", "You may go on to migration control.",
        "Vous pouvez continuer vers le contrôle migratoire.", "Você pode seguir para o controle migratório.",
        "Ou ka kontinye nan kontwòl imigrasyon an."),
    if_ill=words(
        "Aléjese de otras personas y busque atención médica. Si le cuesta respirar, pida ayuda de inmediato.",
        "Keep away from other people and seek medical care. If you cannot breathe well, ask for help at once.",
        "Restez à l’écart des autres et demandez des soins. Si vous respirez mal, demandez de l’aide tout de suite.",
        "Afaste-se das outras pessoas e procure atendimento médico. Se tiver dificuldade para respirar, peça ajuda.",
        "Rete lwen lòt moun epi chèche swen medikal. Si ou pa ka respire byen, mande èd touswit."),
    what_we_note=words(
        "La hora, su edad, su idioma, la temperatura y sus respuestas. No guardamos su nombre.",
        "The time, your age, your language, the temperature and your answers. We do not keep your name.",
        "L’heure, votre âge, votre langue, la température et vos réponses. Nous ne gardons pas votre nom.",
        "A hora, sua idade, seu idioma, a temperatura e suas respostas. Não guardamos seu nome.",
        "Lè a, laj ou, lang ou, tanperati a ak repons ou yo. Nou pa kenbe non ou."),
    why_we_note=words(
        "Para cuidar la salud de quienes viajan y de quienes viven aquí. No cambia su trámite.",
        "To protect the health of those who travel and those who live here. It does not change your papers.",
        "Pour protéger la santé de ceux qui voyagent et de ceux qui vivent ici. Cela ne change rien à vos papiers.",
        "Para proteger a saúde de quem viaja e de quem vive aqui. Não muda seus papéis.",
        "Pou pwoteje sante moun k ap vwayaje ak moun ki rete isit. Sa pa chanje papye ou."),
    advice=(
        words("Use mascarilla. Cubra la nariz y la boca.", "Wear a mask. Cover nose and mouth.",
              "Portez un masque. Couvrez le nez et la bouche.", "Use máscara. Cubra o nariz e a boca.",
              "Mete mask. Kouvri nen ou ak bouch ou."),
        words("Manténgase a un metro de las demás personas.", "Stay one metre from other people.",
              "Restez à un mètre des autres personnes.", "Mantenha um metro de distância das outras pessoas.",
              "Rete yon mèt distans ak lòt moun yo."),
    ),
    phone="+507 6000-1234",
    phone_of=words("Puesto de salud", "Health post", "Poste de santé", "Posto de saúde", "Pòs sante"),
)  # fmt: skip
