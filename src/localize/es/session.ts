import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { inEveryModality } from '../in-every-modality.js';

/** What is said around a session and on its way out, in Spanish. */
export const session = ({ figure, count, and, or, own }: Grammar) =>
  ({
    controls: {
      label: 'Controles de la tarea',
      parkFirst: (what) => `Aparcar y ${what.toLocaleLowerCase('es')}`,
      parkFirstHint: (title) => `Solo hay una sesión activa a la vez: antes hay que aparcar ${own(title)}.`,
      notParked: (title, reason) => `No se ha podido aparcar ${own(title)}. ${own(reason)}`,
      notDone: {
        'session.accept': 'No aceptada',
        'session.decline': 'No rechazada',
        'session.park': 'No aparcada',
        'session.unpark': 'No recuperada',
        'session.hold': 'No puesta en espera',
        'session.resume': 'No reanudada',
        'session.end': 'No finalizada',
        'session.transfer': 'No transferida',
        'after-call-work.finish': 'Trabajo posterior no finalizado',
        'after-call-work.extend': 'Trabajo posterior no prolongado',
      },
      confirmEndParked: '¿Finalizar esta tarea aparcada? El cliente no recibe aviso.',
      ringsFor: 'suena aún',
      parkPauses: {
        transcription: 'La transcripción se interrumpe mientras la tarea está aparcada.',
        supervision: 'La supervisión termina y no vuelve por sí sola.',
      },
      notNow: 'Ahora no es posible.',
      underway: (verb) =>
        `${verb === undefined ? 'Su última acción' : `«${own(verb)}»`} aún está en curso: una cosa a la vez.`,
      extendBy: (duration) => `Empieza una nueva cuenta de ${own(duration)}; lo que queda no se suma.`,
      extendedOnce: 'El trabajo posterior a la llamada se puede prolongar una vez.',
      workEnds: (seconds) =>
        count(seconds, {
          one: 'El trabajo posterior a la llamada termina en # segundo.',
          other: 'El trabajo posterior a la llamada termina en # segundos.',
        }),
      runsToItsEnd: 'El trabajo posterior a la llamada de este servicio dura hasta su fin.',
      workForCallsOnly:
        'Con tareas en paralelo, solo las llamadas que no están aparcadas al terminar tienen trabajo posterior.',
      unparkHint: 'A la espera de que responda a la invitación en su teléfono o auriculares.',
    },
    verb: {
      'session.accept': 'Aceptar',
      'session.decline': 'Rechazar',
      'session.park': 'Aparcar',
      'session.unpark': 'Recuperar',
      'session.hold': 'Espera',
      'session.resume': 'Reanudar',
      'session.end': 'Finalizar',
      'session.transfer': 'Transferir',
      'after-call-work.finish': 'Finalizar',
      'after-call-work.extend': 'Prolongar',
    },
    widget: {
      'session-details': 'Detalles de la sesión',
      'session-map': 'Mapa',
      'codes-tags': 'Códigos y etiquetas',
      'conversation-context': 'Contexto de la conversación',
      'embedded-context': 'Contexto incrustado',
      'companion-chat': 'Acompañante',
      'transcript-view': 'Transcripción',
      'live-caption': 'Subtítulos en directo',
      'session-summary': 'Resumen',
      'session-notes': 'Notas',
    },
    pane: {
      tabs: 'Partes de esta sesión',
      conversation: 'Conversación',
      customer: 'Cliente',
      details: 'Detalles',
      unsaved: 'sin guardar',
      closeTab: 'Cerrar (Supr)',
      closeQuestion: (label) => `${own(label)} contiene datos sin guardar. Al cerrar se pierden.`,
      closeAnyway: 'Cerrar y perderlos',
      split: 'Ancho de las dos partes',
      connected: 'Conectada',
      connectedSince: (moment) => `Conectada desde ${own(moment)}, cualquiera que fuera su estado entretanto`,
      stateSince: (state, moment) => `${own(state)} desde ${own(moment)}`,
      workUntil: (moment) => `El trabajo posterior a la llamada dura hasta ${own(moment)}`,
      workForCallsOnly: 'solo tras llamadas activas',
      workUnlimited: 'El trabajo posterior a la llamada dura hasta que lo finalice',
      captionsRest: 'Subtítulos: desactivados junto a la transcripción',
      nothingYet: (names) => `Aún nada que mostrar: ${and(names.map(own))}.`,
      nothing: (names) => `Nada que mostrar: ${and(names.map(own))}.`,
    },
    'session-leave': {
      leave: 'Dejar',
      question: (title) => `¿Dejar ${own(title)}?`,
      way: { end: 'Finalizar', release: 'Liberar', hide: 'Ocultar', close: 'Cerrar' },
      finish: 'Finalizar',
      consequence: {
        over: {
          'audio-video': 'La llamada se corta y termina.',
          im: 'El chat termina también para el cliente.',
          email: 'El correo se da por gestionado; no salen más respuestas.',
          external: 'La tarea queda completada.',
          other: 'La sesión termina también para la otra parte.',
        },
        'over-unwarned': inEveryModality('La llamada termina; quien espera con música queda cortado sin aviso.'),
        'over-afresh': inEveryModality(
          'El chat termina; si el cliente vuelve a escribir, empieza otro sin este historial.',
        ),
        aborted: {
          'audio-video': 'Deja de sonar al otro lado.',
          im: 'El chat termina antes de empezar.',
          email: 'El correo se da por gestionado; no sale ninguna respuesta.',
          external: 'La tarea queda completada.',
          other: 'La sesión termina antes de empezar.',
        },
        worked: inEveryModality('Su trabajo posterior está hecho; pueden llegar nuevas tareas.'),
        queued: {
          'audio-video': 'La llamada vuelve a la cola, con música, hasta que otra persona responda.',
          im: 'El chat vuelve a la cola; otra persona lo continúa.',
          email: 'El correo vuelve a la cola para otra persona.',
          external: 'La tarea vuelve a la cola para otra persona.',
          other: 'Vuelve a la cola para otra persona.',
        },
        waiting: inEveryModality(
          'El chat espera a que el cliente vuelva a escribir; entretanto no ocupa ninguno de sus puestos.',
        ),
        hidden: inEveryModality('Sigue siendo suya y conserva su puesto; la encuentra en los elementos de trabajo.'),
        'hidden-till-written': inEveryModality(
          'Sigue siendo suya y conserva su puesto; un mensaje nuevo la trae de vuelta, y la encuentra en los elementos de trabajo.',
        ),
        closed: inEveryModality('Desaparece de su lista y puede volver a abrirse. Nadie más se entera.'),
      },
      waitsFor: (days) =>
        count(days, { one: 'Tras # día sin mensajes termina.', other: 'Tras # días sin mensajes termina.' }),
      unfinished: 'Sin terminar aquí:',
      kind: {
        message: 'Un mensaje sin enviar',
        reply: 'Una respuesta sin enviar',
        sending: 'Enviado, pero aún no recibido',
        tag: 'Una etiqueta escrita y no añadida',
        notes: 'Notas sin guardar',
        codes: 'Códigos o etiquetas aún sin guardar',
        page: 'Una página con datos sin guardar',
      },
      thing: {
        message: 'el mensaje',
        reply: 'la respuesta',
        sending: 'lo que aún no se ha recibido',
        tag: 'la etiqueta',
        notes: 'las notas',
        codes: 'los códigos y las etiquetas',
        page: 'los datos de la página',
      },
      fate: {
        lost: (things) => `Se pierde: ${and(things)}.`,
        back: (things) => `Se guarda para usted por si vuelve: ${and(things)}.`,
        stays: (things) => `Se queda: ${and(things)}.`,
      },
      notReleased: 'No liberada',
    },
    'transfer-dialog': {
      label: (kinds) =>
        `Transferir a ${or(kinds.map((kind) => ({ service: 'un servicio', agent: 'una persona', number: 'un número de teléfono' })[kind]))}`,
      list: 'Destinos posibles',
      kind: { service: 'Servicio', agent: 'Persona', number: 'Número' },
      load: (used, limit) =>
        limit === undefined
          ? count(used, { one: '# tarea', other: '# tareas' })
          : `${figure(used)} de ${count(limit, { one: '# tarea', other: '# tareas' })}`,
      stop: {
        'after-call-work': 'en trabajo posterior a la llamada',
        session: 'ocupado con una tarea',
        'total-limit': 'sin sitio para otra tarea',
        'modality-limit': 'sin sitio para otra de este tipo',
        'modality-disabled': 'no gestiona este tipo de tareas',
      },
      found: (targets) =>
        targets === 0 ? 'Nada coincide.' : count(targets, { one: '# destino', other: '# destinos' }),
      more: (targets) => `${figure(targets)} más: escriba para encontrarlos`,
      nothing: 'No hay ningún destino al que transferir esto.',
      notANumber: 'Escriba el número completo, con + y el prefijo del país, por ejemplo +47 21 55 01 00.',
      choose: 'Elija el destino en la lista.',
      notNow: (name, reason) => `${own(name)}: ${own(reason)}.`,
    },
  }) satisfies Words;
