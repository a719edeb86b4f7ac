"""The words of the isolation rooms in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "rooms.title": ("¿A qué sala?", "Which room?"),
    "rooms.who": ("{who}: {class_}.", "{who}: {class_}."),
    "rooms.enter": ("Enter: {room}.", "Enter: {room}."),
    "rooms.free": ("libre", "free"),
    "rooms.here": ("ya está aquí", "already here"),
    "rooms.family": ("su familia está aquí", "the family is here"),
    "rooms.taken": ("{who}, desde hace {time}", "{who}, for {time}"),
    "rooms.unclean": ("sin limpiar desde hace {time}", "not cleaned for {time}"),
    "rooms.places": ("{count} lugares", "{count} places"),
    "rooms.toilet": ("baño propio", "own toilet"),
    "rooms.no_toilet": ("sin baño propio", "no toilet of its own"),
    "rooms.elsewhere": ("Otro lugar, sin sala", "Elsewhere, no room"),
    "rooms.warn.occupied": (
        "{room} ya está ocupada por otras personas: {who}.",
        "{room} is taken by others: {who}.",
    ),
    "rooms.warn.mixed": (
        "Su clasificación no es la misma: no deben compartir sala.",
        "They are not of one class: they should not share a room.",
    ),
    "rooms.warn.crowded": ("No quedan lugares en {room}.", "No place is left in {room}."),
    "rooms.warn.unclean": ("{room} no se ha limpiado.", "{room} has not been cleaned."),
    "rooms.warn.free": ("Libre y limpia: {rooms}.", "Free and clean: {rooms}."),
    "rooms.warn.full": ("No hay sala libre y limpia.", "No room is free and clean."),
    "rooms.cohort": (
        "Quién comparte lo decide la autoridad sanitaria. Llame y anote quién decidió; queda con la hora.",
        "Who shares is for the health authority to decide. Call, and note who decided; it is kept with the time.",
    ),
    "rooms.authority": ("Quién decidió en la autoridad sanitaria", "Who decided at the health authority"),
    "rooms.anyway": ("Dar {room} de todos modos", "Give {room} all the same"),
    "rooms.help": (
        "El número da la sala · 0 otro lugar · Esc volver sin hacer la tarea",
        "The number gives the room · 0 elsewhere · Esc back, duty not done",
    ),
    "rooms.given": ("Anotado: {room}.", "On record: {room}."),
    "rooms.seen": ("Anotado: {room} visitada ahora.", "On record: {room} looked into now."),
    "rooms.cleaned": ("Anotado: {room} limpia.", "On record: {room} is clean."),
    "rooms.none": (
        "Este puesto no tiene salas de aislamiento en sus ajustes.",
        "This post has no isolation rooms in its settings.",
    ),
    "rooms.looks": ("Visita: {role}", "Looks in: {role}"),
    "rooms.seen_ago": ("visitada hace {time}", "seen {time} ago"),
    "rooms.apart": ("NO DEBEN COMPARTIR", "MUST NOT SHARE"),
    "rooms.decided": ("comparten: decidió {who}", "sharing: decided by {who}"),
    "rooms.look_in": ("visitar en {time}", "look in {time}"),
    "rooms.look_late": ("visita: {time} de retraso", "look: {time} late"),
    "rooms.clean": ("Limpiar", "Clean"),
    "rooms.left": ("salió hace {time}", "left {time} ago"),
    "rooms.no_check": ("sin plazo", "no limit"),
    "settings.rooms": ("Salas de aislamiento", "Isolation rooms"),
    "act.rooms": ("Salas", "Rooms"),
    "help.rooms": (
        "Salas de aislamiento: dar o cambiar la de esta persona",
        "Isolation rooms: give or change this traveller's",
    ),
    "act.sound": ("Sonido", "Sound"),
    "help.sound": ("Un pitido cuando algo se retrasa: sí o no", "A beep when something is late: on or off"),
    "sound.on": ("Pitido encendido: suena cuando algo nuevo se retrasa.", "Beep on: it sounds when something is late."),
    "sound.off": ("Pitido apagado.", "Beep off."),
}
