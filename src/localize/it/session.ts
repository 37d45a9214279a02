import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { inEveryModality } from '../in-every-modality.js';

/** What is said around a session and on its way out, in Italian. */
export const session = ({ figure, count, and, or, own }: Grammar) =>
  ({
    controls: {
      label: 'Comandi dell’attività',
      parkFirst: (what) => `Parcheggia, poi ${what.toLocaleLowerCase('it')}`,
      parkFirstHint: (title) => `Una sola sessione è attiva alla volta: ${own(title)} va prima parcheggiata.`,
      notParked: (title, reason) => `Impossibile parcheggiare ${own(title)}. ${own(reason)}`,
      notDone: {
        'session.accept': 'Non accettata',
        'session.decline': 'Non rifiutata',
        'session.park': 'Non parcheggiata',
        'session.unpark': 'Non recuperata',
        'session.hold': 'Non messa in attesa',
        'session.resume': 'Non ripresa',
        'session.end': 'Non terminata',
        'session.transfer': 'Non trasferita',
        'after-call-work.finish': 'Post-chiamata non concluso',
        'after-call-work.extend': 'Post-chiamata non prolungato',
      },
      confirmEndParked: 'Terminare questa attività parcheggiata? Il cliente non viene avvisato.',
      ringsFor: 'squilla ancora',
      parkPauses: {
        transcription: 'La trascrizione si interrompe mentre l’attività è parcheggiata.',
        supervision: 'La supervisione finisce e non torna da sola.',
      },
      notNow: 'Al momento non è possibile.',
      underway: (verb) =>
        `${verb === undefined ? 'La Sua ultima azione' : `«${own(verb)}»`} è ancora in corso: una cosa alla volta.`,
      extendBy: (duration) => `Inizia un nuovo conteggio di ${own(duration)}; ciò che resta non si aggiunge.`,
      extendedOnce: 'Il post-chiamata può essere prolungato una volta.',
      workEnds: (seconds) =>
        count(seconds, {
          one: 'Il post-chiamata finisce tra # secondo.',
          other: 'Il post-chiamata finisce tra # secondi.',
        }),
      runsToItsEnd: 'Il post-chiamata di questo servizio dura fino al suo termine.',
      workForCallsOnly:
        'Con la gestione in parallelo hanno un post-chiamata solo le chiamate che alla fine non sono parcheggiate.',
      unparkHint: 'In attesa che Lei risponda all’invito sul telefono o sulle cuffie.',
    },
    verb: {
      'session.accept': 'Accetta',
      'session.decline': 'Rifiuta',
      'session.park': 'Parcheggia',
      'session.unpark': 'Recupera',
      'session.hold': 'Attesa',
      'session.resume': 'Riprendi',
      'session.end': 'Termina',
      'session.transfer': 'Trasferisci',
      'after-call-work.finish': 'Concludi',
      'after-call-work.extend': 'Prolunga',
    },
    widget: {
      'session-details': 'Dettagli della sessione',
      'session-map': 'Mappa',
      'codes-tags': 'Codici e tag',
      'conversation-context': 'Contesto della conversazione',
      'embedded-context': 'Contesto incorporato',
      'companion-chat': 'Assistente',
      'transcript-view': 'Trascrizione',
      'live-caption': 'Sottotitoli dal vivo',
      'session-summary': 'Riepilogo',
      'session-notes': 'Note',
    },
    pane: {
      tabs: 'Parti di questa sessione',
      conversation: 'Conversazione',
      customer: 'Cliente',
      details: 'Dettagli',
      unsaved: 'non salvato',
      closeTab: 'Chiudi (Canc)',
      closeQuestion: (label) => `${own(label)} contiene dati non salvati. Chiudendo vanno persi.`,
      closeAnyway: 'Chiudi e perdili',
      split: 'Larghezza delle due parti',
      connected: 'Connessa',
      connectedSince: (moment) => `Connessa dalle ${own(moment)}, qualunque fosse nel frattempo il suo stato`,
      stateSince: (state, moment) => `${own(state)} dalle ${own(moment)}`,
      workUntil: (moment) => `Il post-chiamata dura fino alle ${own(moment)}`,
      workForCallsOnly: 'solo dopo chiamate attive',
      workUnlimited: 'Il post-chiamata dura finché Lei non lo conclude',
      captionsRest: 'Sottotitoli: disattivati accanto alla trascrizione',
      nothingYet: (names) => `Ancora nulla da mostrare: ${and(names.map(own))}.`,
      nothing: (names) => `Nulla da mostrare: ${and(names.map(own))}.`,
    },
    'session-leave': {
      leave: 'Lascia',
      question: (title) => `Lasciare ${own(title)}?`,
      way: { end: 'Termina', release: 'Rilascia', hide: 'Nascondi', close: 'Chiudi' },
      finish: 'Concludi',
      consequence: {
        over: {
          'audio-video': 'La chiamata viene chiusa e finisce.',
          im: 'La chat finisce anche per il cliente.',
          email: 'L’e-mail risulta gestita; non partono altre risposte.',
          external: 'L’attività è completata.',
          other: 'La sessione finisce anche per l’altra parte.',
        },
        'over-unwarned': inEveryModality(
          'La chiamata finisce; chi attende con la musica viene interrotto senza avviso.',
        ),
        'over-afresh': inEveryModality(
          'La chat finisce; se il cliente scrive di nuovo, ne inizia un’altra senza questa cronologia.',
        ),
        aborted: {
          'audio-video': 'Dall’altra parte smette di squillare.',
          im: 'La chat finisce prima di iniziare.',
          email: 'L’e-mail risulta gestita; non parte alcuna risposta.',
          external: 'L’attività è completata.',
          other: 'La sessione finisce prima di iniziare.',
        },
        worked: inEveryModality('Il Suo post-chiamata è concluso; possono arrivare nuove attività.'),
        queued: {
          'audio-video': 'La chiamata torna in coda, con la musica, finché qualcun altro risponde.',
          im: 'La chat torna in coda; qualcun altro la prosegue.',
          email: 'L’e-mail torna in coda per qualcun altro.',
          external: 'L’attività torna in coda per qualcun altro.',
          other: 'Torna in coda per qualcun altro.',
        },
        waiting: inEveryModality(
          'La chat attende che il cliente scriva di nuovo; intanto non occupa nessuno dei Suoi posti.',
        ),
        hidden: inEveryModality('Resta Sua e mantiene il suo posto; la trova tra gli elementi di lavoro.'),
        'hidden-till-written': inEveryModality(
          'Resta Sua e mantiene il suo posto; un nuovo messaggio la riporta, e la trova tra gli elementi di lavoro.',
        ),
        closed: inEveryModality('Sparisce dal Suo elenco e può essere riaperta. Nessun altro ne viene informato.'),
      },
      waitsFor: (days) =>
        count(days, {
          one: 'Dopo # giorno senza messaggi finisce.',
          other: 'Dopo # giorni senza messaggi finisce.',
        }),
      unfinished: 'Non concluso qui:',
      kind: {
        message: 'Un messaggio non inviato',
        reply: 'Una risposta non inviata',
        sending: 'Inviato, ma non ancora ricevuto',
        tag: 'Un tag digitato e non aggiunto',
        notes: 'Note non salvate',
        codes: 'Codici o tag non ancora salvati',
        page: 'Una pagina con dati non salvati',
      },
      thing: {
        message: 'il messaggio',
        reply: 'la risposta',
        sending: 'ciò che non è ancora ricevuto',
        tag: 'il tag',
        notes: 'le note',
        codes: 'i codici e i tag',
        page: 'i dati nella pagina',
      },
      fate: {
        lost: (things) => `Va perso: ${and(things)}.`,
        back: (things) => `Conservato per Lei in caso di ritorno: ${and(things)}.`,
        stays: (things) => `Resta: ${and(things)}.`,
      },
      notReleased: 'Non rilasciata',
    },
    'transfer-dialog': {
      label: (kinds) =>
        `Trasferisci a ${or(kinds.map((kind) => ({ service: 'un servizio', agent: 'una persona', number: 'un numero di telefono' })[kind]))}`,
      list: 'Destinazioni possibili',
      kind: { service: 'Servizio', agent: 'Persona', number: 'Numero' },
      load: (used, limit) =>
        limit === undefined
          ? count(used, { one: '# attività', other: '# attività' })
          : `${figure(used)} di ${figure(limit)} attività`,
      stop: {
        'after-call-work': 'in post-chiamata',
        session: 'occupato con un’attività',
        'total-limit': 'non ha posto per un’altra attività',
        'modality-limit': 'non ha posto per un’altra di questo tipo',
        'modality-disabled': 'non gestisce questo tipo di attività',
      },
      found: (targets) =>
        targets === 0 ? 'Nulla corrisponde.' : count(targets, { one: '# destinazione', other: '# destinazioni' }),
      more: (targets) =>
        count(targets, { one: 'un’altra: digiti per trovarla', other: 'altre #: digiti per trovarle' }),
      nothing: 'Non c’è alcuna destinazione a cui trasferire.',
      notANumber: 'Scriva il numero completo, con + e il prefisso del paese, ad esempio +47 21 55 01 00.',
      choose: 'Scelga la destinazione dall’elenco.',
      notNow: (name, reason) => `${own(name)}: ${own(reason)}.`,
    },
  }) satisfies Words;
