"""The words of groups and of arrivals of many at once, in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "party.title": ("¿Quiénes viajan en grupo?", "Who travels together?"),
    "party.why": (
        "Lo que una persona contesta se propone a la siguiente; nada se toma sin su tecla.",
        "What one person answers is proposed to the next; nothing is taken without your key.",
    ),
    "unit.family": ("Familia", "Family"),
    "unit.vehicle": ("Vehículo", "Vehicle"),
    "unit.boat": ("Bote o canoa", "Boat or canoe"),
    "unit.tent": ("Carpa", "Tent"),
    "unit.seats": ("Fila de asientos", "Row of seats"),
    "party.first": ("{name} será la primera persona del grupo.", "{name} will be the first of the group."),
    "party.earlier": ("O SEGUIR CON UN GRUPO DE HOY", "OR GO ON WITH A GROUP OF TODAY"),
    "party.add": ("Añadir a este grupo: {name}", "Add to this group: {name}"),
    "party.add_below": (
        "Está delante y no es de ningún grupo. Enter o toque aquí.",
        "In front, and of no group. Enter or touch here.",
    ),
    "party.addable": ("Fuera del grupo · F3 añadir", "Not in the group · F3 add"),
    "party.added": ("{name} es del grupo.", "{name} belongs to the group."),
    "told.regrouped": ("Cambió de grupo", "Put into a group, or taken out"),
    "party.head": ("{unit} · personas: {count}", "{unit} · people: {count}"),
    "party.nobody": ("Nadie todavía", "Nobody yet"),
    "party.next": ("SIGUIENTE PERSONA: {ask}", "NEXT PERSON: {ask}"),
    "party.begin": ("Siguiente persona", "Next person"),
    "party.done": ("{name}: {course}", "{name}: {course}"),
    "party.person": ("Persona {number}", "Person {number}"),
    "party.carer": ("La cuida: {names}", "Cared for by: {names}"),
    "party.children": ("Cuida a: {names}", "Cares for: {names}"),
    "party.no_carer": ("Menor de edad: anote quién cuida", "A child: note who cares for it"),
    "party.link": ("¿Quién cuida?", "Who cares?"),
    "party.pick": (
        "¿Quién cuida a {name}? ↑↓ elegir · Enter enlazar (otra vez: soltar) · Esc no cambiar",
        "Who cares for {name}? ↑↓ choose · Enter link (again: undo) · Esc leave as it is",
    ),
    "party.is_contact": ("Es contacto", "Is a contact"),
    "party.no_contact": ("No es contacto", "Is no contact"),
    "party.report": ("Resultado del caso", "Result of the case"),
    "party.reporting": (
        "¿Qué informó la autoridad sanitaria sobre {name}? 1 probable · 2 confirmado · 3 descartado · Esc nada",
        "What did the health authority report of {name}? 1 probable · 2 confirmed · 3 discarded · Esc nothing",
    ),
    "party.together": ("Para todo el grupo: {duty} ({count})", "For the whole group: {duty} ({count})"),
    "party.end": ("Terminar el grupo", "End the group"),
    "party.help": (
        (
            "↑↓ elegir · Enter ir a la persona · F8 no es del grupo · F2 o documento aquí: siguiente del grupo\n"
            "Esc salir: el grupo sigue abierto, quien venga va sin él; F3 vuelve"
        ),
        (
            "↑↓ choose · Enter go to the person · F8 not of this group · F2 or a document here: next of the group\n"
            "Esc leave: the group stays open, whoever comes is not of it; F3 comes back"
        ),
    ),
    "party.only_child": ("Elija a una persona menor de edad.", "Choose a child."),
    "party.board_head": ("{unit}: {count} por confirmar como contacto", "{unit}: {count} to confirm as contacts"),
    "party.board_below": (
        "Enter abre el grupo. Viajan con un caso probable o confirmado.",
        "Enter opens the group. They travel with a probable or confirmed case.",
    ),
    "standing.index": ("Puede ser un caso", "May be a case"),
    "standing.listed": (
        "Acompañante en lista: su clase no cambia; higiene y vigilar síntomas",
        "Listed companion: class unchanged; hygiene and watching for signs",
    ),
    "standing.proposed": ("Propuesta: contacto. 6 sí · 7 no", "Proposed: contact. 6 yes · 7 no"),
    "standing.contact": ("CONTACTO, confirmado por una persona", "CONTACT, confirmed by a person"),
    "standing.declined": ("No es contacto, decidido por una persona", "No contact, decided by a person"),
    "standing.released": ("Liberada: el caso se descartó", "Released: the case was discarded"),
    "report.probable": ("Resultado: probable", "Result: probable"),
    "report.confirmed": ("Resultado: confirmado", "Result: confirmed"),
    "report.discarded": ("Resultado: descartado", "Result: discarded"),
    "surge.title": ("Llegada masiva", "Mass arrival"),
    "surge.none": (
        "Tiquetes numerados en mano. ¿Qué número tiene el siguiente?",
        "Numbered tickets in hand. Which number has the next one?",
    ),
    "surge.first": ("Número del siguiente tiquete", "Number of the next ticket"),
    "surge.open": ("Empezar la primera mirada", "Begin the first pass"),
    "surge.bad_number": ("Escriba el número del tiquete en cifras.", "Type the number of the ticket in figures."),
    "surge.ticket": ("Tiquete {number}", "Ticket {number}"),
    "surge.look": (
        "Una mirada y una tecla por persona, máximo 5 segundos.",
        "One look and one key a person, at most 5 seconds.",
    ),
    "surge.again": (
        "Corregir el tiquete {number}: una tecla. Esc lo deja como está.",
        "Correct ticket {number}: one key. Esc leaves it as it is.",
    ),
    "surge.need": ("{need} ({count})", "{need} ({count})"),
    "surge.given": ("{number} · {need}. {do}", "{number} · {need}. {do}"),
    "surge.queue": ("Cola ({count})", "Queue ({count})"),
    "surge.record": ("Registro de grupo ({count})", "Group record ({count})"),
    "surge.end": ("Terminar la primera mirada", "End the first pass"),
    "surge.ended": (
        "Primera mirada terminada. {count} siguen en la cola.",
        "First pass ended. {count} are still in the queue.",
    ),
    "surge.help": (
        "⌫ corregir el último · F12 emergencia de esta persona · Esc cerrar",
        "⌫ correct the last · F12 emergency of this person · Esc close",
    ),
    "surge.queue_title": ("Cola: {count} personas", "Queue: {count} people"),
    "surge.queue_help": (
        "Escriba el número o ↑↓ · Enter empezar o seguir · F8 anular tiquete · Esc volver",
        "Type the number or ↑↓ · Enter begin or go on · F8 strike the ticket · Esc back",
    ),
    "surge.typed": ("Nº {number}", "No. {number}"),
    "surge.empty": ("Nadie en la cola.", "Nobody in the queue."),
    "surge.heading": ("{need} ({count})", "{need} ({count})"),
    "surge.not_begun": ("sin empezar", "not begun"),
    "surge.begun": ("empezado: {step}", "begun: {step}"),
    "surge.ago": ("hace {time}", "{time} ago"),
    "surge.struck": ("Tiquete {number} anulado.", "Ticket {number} struck."),
    "surge.record_title": ("Registro de grupo", "Group record"),
    "surge.record_help": (
        "Personas por edad y sexo. Tab o ↑↓ · Enter o Esc guarda y vuelve. El control de cada una sigue después.",
        "People by age and sex. Tab or ↑↓ · Enter or Esc saves and goes back. Each one is screened later.",
    ),
    "surge.record_count": (
        "{counted} en el registro, {tickets} con tiquete",
        "{counted} on the record, {tickets} with a ticket",
    ),
    "surge.saved": ("Registro de grupo guardado: {count} personas.", "Group record saved: {count} people."),
    "surge.cell": ("{sex}, {band} años", "{sex}, age {band}"),
    "surge.total": ("Total", "Total"),
    "surge.bad_count": ("Escriba el número de personas en cifras.", "Type the number of people in figures."),
    "band.unknown": ("?", "?"),
}
