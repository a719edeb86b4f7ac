"""What an official is told of full disks, foreign locks and lost files: what, what still works, what now."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "fault.disk_full": (
        (
            "El disco está lleno: eso no se guardó, lo anterior sí. Libere espacio y pulse otra vez la misma "
            "tecla; mientras tanto, anote en papel."
        ),
        (
            "The disk is full: this was not saved, everything before it was. Free some space and press the same "
            "key again; until then note on paper."
        ),
    ),
    "fault.held": (
        (
            "Otro programa retiene los registros: eso no se guardó, lo anterior sí. Cierre la copia de seguridad "
            "o el visor y pulse otra vez la misma tecla."
        ),
        (
            "Another program holds the records: this was not saved, everything before it was. Close the backup "
            "or viewer and press the same key again."
        ),
    ),
    "fault.other_window": (
        (
            "Otra ventana de Paso Seguro ya trabaja con estos registros. Siga en esa ventana, o ciérrela y pulse "
            "Enter aquí."
        ),
        (
            "Another window of Paso Seguro works with these records already. Go on in that window, or close it "
            "and press Enter here."
        ),
    ),
    "fault.unwritable": (
        (
            "No se puede escribir en la carpeta de registros: eso no se guardó, lo anterior sí. Revise que la "
            "unidad esté conectada y que este usuario pueda escribir en ella."
        ),
        (
            "The folder of the records cannot be written: this was not saved, everything before it was. Check "
            "that the drive is connected and that this user may write to it."
        ),
    ),
    "fault.disk_fault": (
        (
            "El disco informa un fallo: considere esto como no guardado y anótelo en papel. Lo anterior está "
            "guardado. Pulse otra vez la misma tecla; si se repite, avise a supervisión."
        ),
        (
            "The disk reports a fault: treat this as not saved and note it on paper. Everything before is saved. "
            "Press the same key again; if it comes back, tell the supervisor."
        ),
    ),
    "fault.gone": (
        (
            "El archivo de registros no está en su lugar: nada nuevo se guardó ni se empezó. Conecte la unidad o "
            "devuelva el archivo, e inténtelo otra vez; mientras tanto, siga en papel."
        ),
        (
            "The file of the records is not in its place: nothing new was saved or begun. Connect the drive or "
            "put the file back, then try again; until then go on on paper."
        ),
    ),
    "fault.damaged": (
        (
            "El archivo de registros está dañado. No lo borre: guárdelo aparte, recupere la última copia y avise "
            "a supervisión. Mientras tanto, siga en papel."
        ),
        (
            "The file of the records is damaged. Do not delete it: keep it aside, restore the last backup and "
            "tell the supervisor. Until then go on on paper."
        ),
    ),
    "fault.lost_end": (
        (
            "Faltan los últimos registros, o se puso una copia más vieja en su lugar. No borre nada: avise a "
            "supervisión y compare con las hojas de hoy. Mientras tanto, siga en papel."
        ),
        (
            "The last records are missing, or an older copy was put in their place. Delete nothing: tell the "
            "supervisor and compare with today's slips. Until then go on on paper."
        ),
    ),
    "fault.texts_unkept": (
        (
            "Los textos vigentes no se pueden guardar junto a los registros. Libere espacio en el disco o revise "
            "los permisos de la carpeta, y pulse otra vez."
        ),
        (
            "The texts in force cannot be kept beside the records. Free space on the disk or check the rights of "
            "the folder, then press again."
        ),
    ),
    "fault.desk_file": (
        (
            "El archivo que dice qué puesto es este no se puede leer. Los registros no se tocan: la preparación "
            "que sigue lo escribe de nuevo en un minuto."
        ),
        (
            "The file that says which post this is cannot be read. The records are not touched: the set-up that "
            "follows writes it anew in a minute."
        ),
    ),
    "fault.no_edition": (
        (
            "Para la fecha de este equipo no hay procedimiento vigente en este puesto. Revise la fecha; lo ya "
            "guardado sigue igual. Si la fecha es correcta, siga en papel y avise a supervisión."
        ),
        (
            "No procedure is in force at this post on the date of this computer. Check the date; what was saved "
            "stays. If the date is right, go on on paper and tell the supervisor."
        ),
    ),
    "fault.where": ("Para soporte: {detail}", "For support: {detail}"),
    "fault.head_missing": (
        (
            "Junto a los registros faltaba la nota de su final; se hizo de nuevo. Compare una vez la última hoja "
            "impresa con el último registro, y avise a supervisión si no coinciden."
        ),
        (
            "The note of their end was missing beside the records; it was made anew. Compare the last slip "
            "printed with the last record once, and tell the supervisor if they differ."
        ),
    ),
    "fault.printer_away": (
        (
            "La impresora no responde: {count} en cola, nada se pierde. La atención sigue; las hojas salen solas "
            "cuando vuelva."
        ),
        (
            "The printer does not answer: {count} queued, nothing is lost. Go on; the sheets come by themselves "
            "when it is back."
        ),
    ),
    "fault.amber": (
        (
            "El procedimiento vigente pasó su fecha de revisión. Sigue valiendo; pregunte a supervisión si hay "
            "uno nuevo."
        ),
        (
            "The procedure in force is past its date of review. It still applies; ask the supervisor whether "
            "there is a new one."
        ),
    ),
    "renew.opening": (
        "Se rehacen las listas; nada se perdió: {done} de {of}",
        "The lists are being made anew, nothing is lost: {done} of {of}",
    ),
    "renew.strip": ("rehaciendo listas: {done} de {of}", "lists made anew: {done} of {of}"),
    "renew.wait": (
        "Las listas todavía se rehacen ({done} de {of}); el día estará completo en un momento. La atención sigue.",
        ("The lists are still being made anew ({done} of {of}); the day will be whole in a moment. Screening goes on."),
    ),
}
