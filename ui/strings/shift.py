"""The words of the shift in Spanish and English: signing in, lock, officers, night count, handover."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "act.shift": ("Turno", "Shift"),
    "help.shift": (
        "Turno: cambio de funcionario, conteo nocturno, relevo, PIN",
        "Shift: change of officer, night count, handover, PINs",
    ),
    "act.lock": ("Bloquear", "Lock"),
    "help.lock": (
        "Bloquear el puesto o cambiar de funcionario; el borrador se guarda",
        "Lock the desk or change the officer; the draft is kept",
    ),
    "act.tour": ("Práctica", "Training"),
    "help.tour": (
        "Práctica: tres personas de ejemplo, tecla por tecla; nada se guarda",
        "Training: three made-up travellers, key by key; nothing is kept",
    ),
    # lock
    "pin.title": ("¿Quién está en el puesto?", "Who is at the desk?"),
    "pin.lead": (
        "El número elige; después, el PIN. La persona en curso queda guardada donde estaba.",
        "The number chooses; then the PIN. The traveller under way is kept where the walk stood.",
    ),
    "pin.lead_chosen": (
        "Escriba el PIN de {who}. Otra persona: ⌫ con el PIN vacío, y su número; o toque su nombre.",
        "Type the PIN of {who}. Somebody else: ⌫ while the PIN is empty, then the number; or touch the name.",
    ),
    "pin.lead_one": ("Escriba el PIN de {who}.", "Type the PIN of {who}."),
    "pin.pin": ("PIN", "PIN"),
    "pin.enter": ("Entrar", "Sign in"),
    "pin.more": ("0 muestra los siguientes", "0 shows the next ones"),
    "pin.emergency": (
        "F12 EMERGENCIA funciona sin PIN: primero la atención.",
        "F12 EMERGENCY works without a PIN: care first.",
    ),
    "pin.first": (
        "El puesto está bloqueado. Entre con su PIN y lea el documento otra vez.",
        "The desk is locked. Sign in with your PIN, then scan the document again.",
    ),
    "pin.wrong": (
        "Este PIN no es correcto. El siguiente intento, en {seconds} s. F12 funciona.",
        "This PIN is not right. Try again in {seconds} s. F12 works.",
    ),
    "pin.wait": ("Espere {seconds} s y escriba el PIN otra vez.", "Wait {seconds} s, then type the PIN again."),
    "pin.were_wrong": (
        "Antes de usted hubo {count} PIN equivocados seguidos aquí. Si no fue usted, avise a quien supervisa.",
        "Before you there were {count} wrong PINs in a row here. If it was not you, tell the supervisor.",
    ),
    "pin.nobody_has": (
        "Nadie tiene PIN en este puesto todavía. Turno, Funcionarios: añada primero a quien supervisa.",
        "Nobody has a PIN at this post yet. Shift, Officers: add the supervisor first.",
    ),
    "pin.nobody": ("nadie, bloqueado", "nobody, locked"),
    # shift
    "shift.title": ("El turno", "The shift"),
    "shift.since": ("{who} · turno abierto {day}, {time}", "{who} · shift opened {day}, {time}"),
    "shift.lock": ("Cambiar de funcionario o bloquear", "Change the officer, or lock"),
    "shift.night": ("Conteo nocturno de la estación", "Night count of the station"),
    "shift.handover": ("Relevo: hoja y firma de ambos", "Handover: the sheet, and both sign"),
    "shift.officers": ("Funcionarios y PIN", "Officers and PINs"),
    "shift.tour": ("Práctica con tres personas de ejemplo", "Training with three made-up travellers"),
    "shift.none_open": (
        "No hay un turno abierto en este puesto. Confirme primero la fecha y la hora.",
        "No shift is open at this desk. Confirm date and time first.",
    ),
    # officers
    "officers.title": ("Funcionarios y PIN", "Officers and PINs"),
    "officers.none": (
        "Nadie tiene PIN: el puesto nunca se bloquea. Añada primero a quien supervisa.",
        "Nobody has a PIN: the desk never locks. Add the supervisor first.",
    ),
    "officers.wrong": ("PIN equivocados hoy: {count}. {who}", "Wrong PINs today: {count}. {who}"),
    "officers.wrong_of": (
        "{who}: {count}, el último a las {time} en la mesa {desk}",
        "{who}: {count}, the last at {time} at desk {desk}",
    ),
    "officers.unknown": ("código desconocido", "unknown code"),
    "officers.add": ("Añadir, o dar otro PIN a un código conocido", "Add, or give a known code another PIN"),
    "officers.code": ("Código, por ejemplo o-17", "Code, for example o-17"),
    "officers.name": ("Nombre", "Name"),
    "officers.pin": ("PIN de 4 a 8 cifras", "PIN of 4 to 8 figures"),
    "officers.again": ("El mismo PIN otra vez", "The same PIN again"),
    "officers.role": ("Función; con ella queda anotado:", "Role; with it all is on record:"),
    "officers.remove": ("Retirar el código escrito", "Remove the code typed"),
    "officers.help": (
        "Enter siguiente campo · después del último, el número de la función · Esc volver",
        "Enter next field · after the last one the number of the role · Esc back",
    ),
    "officers.no_code": ("Escriba el código.", "Type the code."),
    "officers.not_same": ("Los dos PIN no son iguales.", "The two PINs are not the same."),
    "officers.added": ("Anotado: {code} puede entrar.", "On record: {code} may sign in."),
    "officers.renewed": ("Anotado: otro PIN para {code}.", "On record: another PIN for {code}."),
    "officers.removed": ("Anotado: {code} ya no entra aquí.", "On record: {code} signs in here no more."),
    # night count
    "night.title": ("Conteo nocturno, {day}", "Night count, {day}"),
    "night.F": ("Mujeres", "Women"),
    "night.M": ("Hombres", "Men"),
    "night.unknown": ("No se sabe", "Not known"),
    "night.no_age": ("sin edad", "age not known"),
    "night.cell": ("{sex}, {band} años", "{sex}, {band} years"),
    "night.save": ("Anotar el conteo", "Record the count"),
    "night.help": (
        "Enter siguiente campo · vacío es no contado, no es cero · Esc volver sin anotar",
        "Enter next field · empty is not counted, it is not zero · Esc back, nothing recorded",
    ),
    "night.not_number": ("Aquí va un número.", "A number goes here."),
    "night.empty": ("No hay nada contado todavía.", "Nothing is counted yet."),
    "night.wrong": (
        "{part}: {count}, pero {whole}: {of}. Corrija, o anote otra vez si es así.",
        "{part}: {count}, but {whole}: {of}. Correct it, or record again if it is so.",
    ),
    "night.saved": ("Conteo nocturno anotado.", "Night count on record."),
    # handover
    "handover.page": ("Relevo", "Handover"),
    "handover.lead": (
        "Lean la hoja juntos e imprímanla. Quien entrega y quien recibe firman con su PIN, y en el papel.",
        "Read the sheet together and print it. Who gives and who takes over sign by PIN, and on paper.",
    ),
    "handover.print": ("Imprimir la hoja", "Print the sheet"),
    "handover.own": ("PIN de {officer}, que entrega", "PIN of {officer}, who hands over"),
    "handover.code": ("Quién recibe: nombre o código", "Who takes over: name or code"),
    "handover.next": ("PIN de quien recibe", "PIN of who takes over"),
    "handover.sign": ("Ambos firman: cerrar el turno", "Both sign: close the shift"),
    "handover.sign_paper": ("Firmado en papel: cerrar el turno", "Signed on paper: close the shift"),
    "handover.help": (
        "7 imprimir · Enter al primer PIN, al siguiente, y firmar · ↑↓ mover la hoja · Esc volver",
        "7 print · Enter to the first PIN, the next, and sign · ↑↓ move the sheet · Esc back",
    ),
    "handover.who": (
        "Escriba quién recibe: el nombre de otro funcionario con PIN o, si hay dos iguales, su código.",
        "Type who takes over: the name of another officer with a PIN or, where two are alike, the code.",
    ),
    "handover.title": ("Relevo de turno · {post}", "Handover of the shift · {post}"),
    "handover.span": (
        "Mesa {desk} · entrega {officer} · {first} a {last}",
        "Desk {desk} · handed over by {officer} · {first} to {last}",
    ),
    "handover.training": ("ENTRENAMIENTO - no válido", "TRAINING - not valid"),
    "handover.screened": ("controles", "screened"),
    "handover.cases": ("casos", "cases"),
    "handover.emergencies": ("emergencias", "emergencies"),
    "handover.open": ("sin terminar", "not finished"),
    "handover.owed": ("tareas pendientes", "duties owed"),
    "handover.here": ("EN EL PUESTO AHORA, SIN TERMINAR ({count})", "AT THE DESK NOW, NOT FINISHED ({count})"),
    "handover.nothing": ("Nadie espera y nada está pendiente.", "Nobody waits and nothing is owed."),
    "handover.queue": ("Cola de una llegada masiva", "Queue of a mass arrival"),
    "handover.queued": ("Personas en la cola: {count}", "People in the queue: {count}"),
    "handover.night": ("Conteo nocturno", "Night count"),
    "handover.uncounted": ("no contado", "not counted"),
    "handover.gives": ("Entrega: {officer}, firma y hora", "Handed over by: {officer}, signature and time"),
    "handover.takes": ("Recibe: nombre, firma y hora", "Taken over by: name, signature and time"),
    "handover.note": (
        (
            "Sin nombres de personas controladas: hora de inicio, edad, sexo y número de hoja. "
            "La lista del puesto los tiene."
        ),
        "No names of travellers: time of beginning, age, sex and slip number. The board of the desk has the names.",
    ),
    # clock
    "clock.back": (
        (
            "ATENCIÓN: lo último anotado es de {day}, {time}, después de esta hora. El reloj se atrasó: "
            "no confirme sin mirar otro reloj."
        ),
        (
            "CAREFUL: the last thing on record is of {day}, {time}, later than now. The clock was set back: "
            "look at another clock before you confirm."
        ),
    ),
}
