"""The words of documents and people as they come in in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "scan.read": ("Documento leído", "Document read"),
    "scan.same": ("Es el documento de la persona que está aquí.", "This is the document of the traveller in front."),
    "scan.back": (
        "Esta persona ya estaba en espera: se sigue donde quedó.",
        "This person was waiting: it goes on where it stopped.",
    ),
    "scan.bad_digits": (
        "El documento no se pudo leer: no coincide el dígito de control de {fields}.",
        "The document could not be read: the check digit of {fields} does not agree.",
    ),
    "scan.bad_layout": (
        "No se pudo leer: no es la zona de lectura de un documento de viaje, o llegó incompleta.",
        "Could not be read: this is no machine-readable zone of a travel document, or it came incomplete.",
    ),
    "scan.try": ("Pruebe otra vez, o F5 para copiar las líneas.", "Try again, or F5 to copy the lines."),
    "scan.whole": ("✓ Lectura completa", "✓ Read in full"),
    "scan.look": ("! Revise: {fields}", "! Check: {fields}"),
    "scan.agrees": ("Dígitos de control que coinciden: {fields}", "Check digits that agree: {fields}"),
    "scan.name": ("nombre", "name"),
    "scan.sex": ("sexo", "sex"),
    "scan.issuer": ("país emisor", "issuing country"),
    "scan.nationality": ("nacionalidad", "nationality"),
    "scan.kind": ("tipo de documento", "kind of document"),
    "scan.number": ("número", "number"),
    "scan.birth_date": ("nacimiento", "birth"),
    "scan.expiry_date": ("vence", "expiry"),
    "scan.optional": ("datos opcionales", "optional data"),
    "scan.composite": ("línea", "line"),
    "warn.expired": ("Documento vencido (no cambia el control)", "Document expired (changes nothing here)"),
    "typed.title": ("Copie las líneas del documento", "Copy the lines of the document"),
    "typed.help": (
        "Letras, cifras y <. Los espacios cuentan como <. Dos líneas de 44 o 36, o tres de 30.",
        "Letters, figures and <. Spaces count as <. Two lines of 44 or 36, or three of 30.",
    ),
    "typed.line": ("Línea {number}", "Line {number}"),
    "typed.count": ("{count} de {wanted}", "{count} of {wanted}"),
    "typed.read": ("Leer", "Read"),
    "person.name": ("Nombre como lo dice la persona", "Name as told"),
    "person.age": (
        "Edad (34, 8m) o fecha de nacimiento (5/4/90, abr 1990, 1990)",
        "Age (34, 8m) or birth date (5/4/90, Apr 1990, 1990)",
    ),
    "person.sex": ("Sexo", "Sex"),
    "person.months": ("{age} meses", "{age} months"),
    "person.none": ("sin nombre", "no name"),
    "person.years": ("{age} años", "{age} years"),
    "rail.unread": ("Documento sin leer", "Document not read"),
    "rail.copy": ("Copiar las líneas", "Copy the lines"),
    "person.unidentified": ("Sin identificar", "Not identified"),
    "person.erased": ("Nombre no se guarda (regla)", "Name is not kept (rule)"),
    "person.bad_age": (
        "Escriba la edad (34, 8m) o la fecha (5/4/90, abr 1990, 1990), o deje vacío. Lo escrito sigue ahí.",
        "Type the age (34, 8m) or the date (5/4/90, Apr 1990, 1990), or leave it empty. What you typed is still there.",
    ),
    "party.member": ("Persona {number} del grupo", "Number {number} of the group"),
    "party.outside": ("No es del grupo abierto", "Not of the open group"),
    "party.ended": ("Grupo terminado.", "Group ended."),
    "party.same": ("Igual que el grupo: {answer}", "Same as the group: {answer}"),
    "language.title": ("¿En qué idioma prefiere hablar?", "Which language does the traveller prefer?"),
    "language.how": (
        "Con su tecla, con las flechas y Enter, o tocando.",
        "By its key, by the arrows and Enter, or by touch.",
    ),
    "language.spoken": ("Idioma: {traveller} · F4", "Language: {traveller} · F4"),
}
