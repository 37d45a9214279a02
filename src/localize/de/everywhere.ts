import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said wherever a session is shown, in German. */
export const everywhere = ({ figure, count, own }: Grammar) =>
  ({
    common: {
      failed: 'Dies konnte nicht angezeigt werden.',
      retry: 'Erneut versuchen',
      dismiss: 'Ausblenden',
      loading: 'Die ersten Daten werden erwartet.',
      loadingPart: 'Wird geladen …',
      loadingLong: 'Wird noch geladen. Wenn das anhält, laden Sie die Seite neu.',
      noSession: 'Keine Sitzung ausgewählt.',
      unknownSession: 'Diese Sitzung ist hier nicht bekannt.',
      notAvailable: 'Nicht verfügbar',
      showMore: 'Mehr anzeigen',
      saving: 'Wird gespeichert',
      notSaved: 'Nicht gespeichert',
      whenConnected: 'Wird gesendet, sobald die Verbindung steht',
      cancel: 'Abbrechen',
    },
    modality: { 'audio-video': 'Anruf', im: 'Chat', email: 'E-Mail', external: 'Externe Aufgabe', record: 'Datensatz' },
    capacity: {
      title: 'Aufgabenkapazität',
      total: 'Aufgaben',
      figure: (what: string, used: number, limit: number | undefined) =>
        limit === undefined ? `${own(what)}: ${figure(used)}` : `${own(what)}: ${figure(used)} von ${figure(limit)}`,
      full: 'voll',
      over: 'über der Kapazität',
      available: 'Verfügbar',
      notAvailable: 'Nicht verfügbar',
      off: 'Die parallele Bearbeitung von Aufgaben ist für diese Person ausgeschaltet.',
    },
    session: {
      untitled: 'Unbekannter Anrufer',
      anonymous: 'Anonymer Anrufer',
      failure: (action, reason) =>
        `${
          {
            park: 'Parken fehlgeschlagen',
            unpark: 'Zurückholen fehlgeschlagen',
            transfer: 'Weiterleiten fehlgeschlagen',
          }[action]
        }${reason && `: ${own(reason)}`}`,
    },
    state: {
      offered: 'Eingehend',
      accepted: 'Wird verbunden',
      active: 'Aktiv',
      held: 'Gehalten',
      parking: 'Wird geparkt',
      parked: 'Geparkt',
      unparking: 'Wartet auf Verbindung',
      transferring: 'Wird weitergeleitet',
      'after-call-work': 'Nachbearbeitung',
      ended: 'Beendet',
      opened: 'Offen',
    },
    stateSentence: {
      offered: 'Diese Aufgabe ist noch nicht angenommen.',
      accepted: 'Diese Aufgabe wird gerade verbunden.',
      held: 'Diese Aufgabe wird gehalten.',
      parking: 'Diese Aufgabe wird gerade geparkt.',
      parked: 'Diese Aufgabe ist geparkt.',
      unparking: 'Diese Aufgabe wartet darauf, verbunden zu werden.',
      transferring: 'Diese Aufgabe wird gerade weitergeleitet.',
      'after-call-work': 'Dieses Gespräch ist zu Ende.',
      ended: 'Dieses Gespräch ist zu Ende.',
    },
    commandFailure: {
      'not-allowed': 'Das ist im Moment nicht erlaubt.',
      'at-capacity': 'Für diese Aufgabe ist kein Platz frei.',
      'unknown-session': 'Die Aufgabe gibt es nicht mehr.',
      unreachable: 'Das Contact Center hat nicht geantwortet.',
      failed: 'Das Contact Center konnte es nicht ausführen.',
    },
    list: {
      title: 'Sitzungen',
      section: { offered: 'Eingehend', active: 'Aktiv', parked: 'Geparkt', history: 'Verlauf' },
      unread: (title, updates) =>
        `${own(title)}. ${count(updates, { one: '# Neuigkeit', other: '# Neuigkeiten' })} in Ihrem Gespräch`,
      attention: (title) => `${own(title)}. Ihr Gespräch braucht dringend Aufmerksamkeit`,
      sentFiles: (files, first) =>
        files === 1
          ? `Datei gesendet: ${own(first)}`
          : count(files, { one: '# Datei gesendet', other: '# Dateien gesendet' }),
      sign: {
        missed: 'verpasst',
        declined: 'abgelehnt',
        cancelled: 'abgebrochen',
        taken: 'übernommen',
        assigned: 'zugewiesen',
        failed: 'fehlgeschlagen',
        'hung-up': 'aufgelegt',
        voicemail: 'Voicemail',
        transferred: 'weitergeleitet',
      },
      transferredTo: (target) => `an ${own(target)}`,
      search: 'Verlauf durchsuchen',
      found: (sessions) =>
        sessions === 0
          ? 'Im Verlauf passt nichts dazu.'
          : count(sessions, { one: '# Sitzung gefunden', other: '# Sitzungen gefunden' }),
      unfinishedWork: 'Nachbearbeitung',
      come: 'Neu',
      waiting: (sessions) => `${figure(sessions)} neu`,
      older: 'Ältere anzeigen',
      noHistory: 'Der Verlauf konnte nicht geladen werden.',
      olderFailed: 'Ältere Sitzungen konnten nicht geladen werden.',
    },
    connection: {
      status: {
        connecting: 'Verbindung wird aufgebaut',
        live: 'Verbunden',
        reconnecting: 'Verbindung wird wiederhergestellt',
        offline: 'Getrennt',
        'signed-out': 'Abgemeldet',
      },
      asOf: (moment) => `Stand ${own(moment)}`,
      signedOut: 'Sie sind abgemeldet: Es kommt nichts Neues herein.',
      notAnAgent: 'Kein Arbeitsplatz',
      whyNotAnAgent: 'Sie sind angemeldet, aber nicht als Agent: Für Sie gibt es hier keinen Arbeitsplatz.',
      of: (name, word) => `${own(name)}: ${word}`,
      signedOutOf: (name) => `Sie sind bei ${own(name)} abgemeldet: Von dort kommt nichts Neues herein.`,
      whyNotAnAgentOf: (name) =>
        `Sie sind bei ${own(name)} angemeldet, aber nicht als Agent: Für Sie gibt es dort keinen Arbeitsplatz.`,
      signIn: 'Anmelden',
      notYet:
        'Noch besteht keine Verbindung zum Contact Center. Neue Versuche laufen von selbst; hilft keiner, sagen Sie Ihrem Support Bescheid.',
      noNetwork: 'Dieses Gerät hat kein Netz. Sobald es wieder da ist, werden Sie verbunden.',
      discarded: (things) =>
        count(things, {
          one: 'Etwas, das Sie zuletzt getan haben, blieb ohne Antwort und wurde aufgegeben. Prüfen Sie, ob es erledigt ist.',
          other:
            '# Dinge, die Sie zuletzt getan haben, blieben ohne Antwort und wurden aufgegeben. Prüfen Sie, ob sie erledigt sind.',
        }),
      spoken: (word) => `Verbindung: ${own(word)}`,
    },
    announcement: {
      started: (all) => count(all, { one: '# neue Sitzung', other: '# neue Sitzungen' }),
      offered: (all) => count(all, { one: '# eingehende Aufgabe', other: '# eingehende Aufgaben' }),
      ended: (all) => count(all, { one: '# Sitzung beendet', other: '# Sitzungen beendet' }),
      failed: (title, failure) => `${own(title)}: ${own(failure)}`,
      failedMany: (all) =>
        count(all, { one: '# Aktion wurde nicht ausgeführt', other: '# Aktionen wurden nicht ausgeführt' }),
      messages: (all, title) =>
        `${count(all, { one: '# neue Nachricht', other: '# neue Nachrichten' })}: ${own(title)}`,
      messagesIn: (all, sessions) =>
        `${count(all, { one: '# neue Nachricht', other: '# neue Nachrichten' })} in ${count(sessions, { one: '# Sitzung', other: '# Sitzungen' })}`,
    },
    notice: {
      offer: {
        'audio-video': 'Neuer Anruf',
        im: 'Neuer Chat',
        email: 'Neue E-Mail',
        external: 'Neue externe Aufgabe',
      },
      otherOffer: 'Neue Aufgabe',
      message: 'Neue Nachricht',
      about: (parts) => parts.map(own).join(' · '),
    },
    direction: { inbound: 'Eingehend', outbound: 'Ausgehend', none: '' },
    result: {
      voicemail: 'Voicemail',
      'hangup-before-accept': 'Vor der Annahme aufgelegt',
      'hangup-in-ivr': 'Im IVR aufgelegt',
      'hangup-in-queue': 'In der Warteschlange aufgelegt',
      'hangup-in-ivr-after-queue': 'Im IVR nach der Warteschlange aufgelegt',
      'hangup-by-workflow': 'Vom Workflow beendet',
      'accepted-by-user': 'Von einer Person angenommen',
      'transferred-by-workflow': 'Vom Workflow weitergeleitet',
      'transferred-by-user': 'Von einer Person weitergeleitet',
      'transfer-failed': 'Weiterleitung fehlgeschlagen',
      'destination-accepted': 'Vom Ziel angenommen',
      'destination-declined': 'Vom Ziel abgelehnt',
      'destination-not-reached': 'Ziel nicht erreicht',
      'user-aborted': 'Von einer Person abgebrochen',
      'lost-in-queue': 'In der Warteschlange verloren',
      'cancelled-by-external-system': 'Vom externen System abgebrochen',
      'marked-as-handled-by-user': 'Von einer Person als erledigt markiert',
      'marked-as-handled-by-workflow': 'Vom Workflow als erledigt markiert',
      'standby-duty-accepted': 'Vom Bereitschaftsdienst angenommen',
    },
    offerOutcome: {
      accepted: 'Angenommen',
      declined: 'Abgelehnt',
      missed: 'Verpasst (RONA)',
      cancelled: 'Vor Ihrer Antwort abgebrochen',
      taken: 'Von jemand anderem übernommen',
      assigned: 'Ohne Nachfrage zugewiesen',
    },
    sentiment: {
      'very-negative': 'Sehr negativ',
      negative: 'Negativ',
      'slightly-negative': 'Etwas negativ',
      neutral: 'Neutral',
      'slightly-positive': 'Etwas positiv',
      positive: 'Positiv',
      'very-positive': 'Sehr positiv',
    },
    speaker: {
      agent: 'Agent',
      customer: 'Kunde',
      colleague: 'Kollege',
      supervisor: 'Supervisor',
      bot: 'Bot',
      system: 'System',
      unknown: 'Stimme',
    },
    attachment: {
      unnamed: 'Datei ohne Namen',
      showPicture: 'Bild anzeigen',
      showPictureOf: (name) => `Bild ${own(name)} anzeigen`,
      noPicture: 'Das Bild kann hier nicht angezeigt werden.',
      opens: 'öffnet in einem neuen Tab',
    },
    transcriptAway: {
      reading: 'Das Gesagte wird geladen …',
      unreachable: 'Das Gesagte konnte nicht geladen werden. Es wird erneut versucht, wenn Sie hierher zurückkommen.',
      gone: 'Das Gesagte ist nicht mehr da: Das Contact Center bewahrt es nicht länger auf.',
    },
    record: {
      open: (kind, title) => `${own(kind)} öffnen: ${own(title)}`,
      inBackground: (name) => `${own(name)}. Umschalt: im Hintergrund`,
      title: 'Als Sitzung öffnen',
    },
    sessionLimit: {
      is: {
        free: (open, limit) => `${figure(open)} von ${figure(limit)} Sitzungen sind offen.`,
        near: (open, limit) =>
          `${figure(open)} von ${figure(limit)} Sitzungen sind offen: Eine weitere kann geöffnet werden.`,
        full: (open, limit) =>
          `${figure(open)} von ${figure(limit)} Sitzungen sind offen: Verlassen Sie eine, bevor Sie eine andere öffnen.`,
      },
      hideIdle: (sessions) => count(sessions, { one: 'Die ruhende ausblenden', other: '# ruhende ausblenden' }),
      refused: (title) => `${own(title)} wurde nicht geöffnet.`,
    },
    unsent: {
      question: 'Sie haben nicht gesendet, was Sie geschrieben haben. Danach kann es nicht mehr gesendet werden:',
      goOn: (verb) => `${own(verb)}, ohne zu senden`,
    },
    notConnected: {
      outside: (provider) => `Nicht verbunden: Dies muss in einem ${own(`<${provider}>`)} stehen.`,
      undefined: (provider) => `Nicht verbunden: Der ${own(`<${provider}>`)} um dies herum ist nicht definiert.`,
      foreign: (provider) =>
        `Nicht verbunden: Der ${own(`<${provider}>`)} um dies herum ist von einer anderen Version oder etwas anderes.`,
      idle: (provider) => `Nicht verbunden: Der ${own(`<${provider}>`)} um dies herum hat noch kein Gateway.`,
      failed: (provider) =>
        `Nicht verbunden: Der ${own(`<${provider}>`)} um dies herum konnte sein Gateway nicht öffnen.`,
    },
    absence: {
      'unknown-service': 'Die Konfiguration kennt diesen Service nicht.',
      'service-not-licensed': 'Der Service ist dafür nicht lizenziert.',
      'feature-off': 'Die Funktion ist für diesen Service ausgeschaltet.',
      'widget-off': 'Wer den Service verwaltet, hat es nicht eingeschaltet.',
      'tenant-not-licensed': 'Ihre Organisation hat dafür keine Lizenz.',
      'user-not-licensed': 'Sie haben dafür keine Lizenz.',
      'no-recognizer': 'Für diesen Service ist keine Spracherkennung eingerichtet.',
      'no-data': 'Für diese Sitzung gibt es nichts anzuzeigen.',
    },
  }) satisfies Words;
