import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { inEveryModality } from '../in-every-modality.js';

/** What is said around a session and on its way out, in German. */
export const session = ({ figure, count, and, or, own }: Grammar) =>
  ({
    controls: {
      label: 'Aktionen der Aufgabe',
      parkFirst: (what) => `Parken, dann ${what.toLocaleLowerCase('de')}`,
      parkFirstHint: (title) => `Nur eine Sitzung ist gleichzeitig aktiv: ${own(title)} muss zuerst geparkt werden.`,
      notParked: (title, reason) => `${own(title)} konnte nicht geparkt werden. ${own(reason)}`,
      notDone: {
        'session.accept': 'Nicht angenommen',
        'session.decline': 'Nicht abgelehnt',
        'session.park': 'Nicht geparkt',
        'session.unpark': 'Nicht zurückgeholt',
        'session.hold': 'Nicht gehalten',
        'session.resume': 'Nicht fortgesetzt',
        'session.end': 'Nicht beendet',
        'session.transfer': 'Nicht weitergeleitet',
        'after-call-work.finish': 'Nachbearbeitung nicht abgeschlossen',
        'after-call-work.extend': 'Nachbearbeitung nicht verlängert',
      },
      confirmEndParked: 'Diese geparkte Aufgabe beenden? Der Kunde wird nicht gewarnt.',
      ringsFor: 'klingelt noch',
      parkPauses: {
        transcription: 'Die Transkription pausiert, solange die Aufgabe geparkt ist.',
        supervision: 'Die Supervision endet und kommt nicht von selbst zurück.',
      },
      notNow: 'Das ist im Moment nicht möglich.',
      underway: (verb) =>
        `${verb === undefined ? 'Was Sie zuletzt getan haben,' : `„${own(verb)}“`} ist noch unterwegs: eins nach dem anderen.`,
      extendBy: (duration) => `Es beginnen neue ${own(duration)}; was übrig ist, kommt nicht dazu.`,
      extendedOnce: 'Die Nachbearbeitung kann einmal verlängert werden.',
      workEnds: (seconds) =>
        count(seconds, {
          one: 'Die Nachbearbeitung endet in # Sekunde.',
          other: 'Die Nachbearbeitung endet in # Sekunden.',
        }),
      runsToItsEnd: 'Die Nachbearbeitung dieses Service läuft bis zu ihrem Ende.',
      workForCallsOnly:
        'Bei paralleler Bearbeitung haben nur Anrufe eine Nachbearbeitung, die am Ende nicht geparkt sind.',
      unparkHint: 'Wartet darauf, dass Sie die Einladung an Ihrem Telefon oder Headset annehmen.',
    },
    verb: {
      'session.accept': 'Annehmen',
      'session.decline': 'Ablehnen',
      'session.park': 'Parken',
      'session.unpark': 'Zurückholen',
      'session.hold': 'Halten',
      'session.resume': 'Fortsetzen',
      'session.end': 'Beenden',
      'session.transfer': 'Weiterleiten',
      'after-call-work.finish': 'Abschließen',
      'after-call-work.extend': 'Verlängern',
    },
    widget: {
      'session-details': 'Sitzungsdetails',
      'session-map': 'Karte',
      'codes-tags': 'Codes und Schlagwörter',
      'conversation-context': 'Gesprächskontext',
      'embedded-context': 'Eingebetteter Kontext',
      'companion-chat': 'Companion',
      'transcript-view': 'Transkription',
      'live-caption': 'Live-Untertitel',
      'session-summary': 'Zusammenfassung',
      'session-notes': 'Notizen',
    },
    pane: {
      tabs: 'Teile dieser Sitzung',
      conversation: 'Gespräch',
      customer: 'Kunde',
      details: 'Details',
      unsaved: 'nicht gespeichert',
      closeTab: 'Schließen (Entf)',
      closeQuestion: (label) => `${own(label)} enthält nicht gespeicherte Eingaben. Beim Schließen gehen sie verloren.`,
      closeAnyway: 'Trotzdem schließen',
      split: 'Breite der beiden Teile',
      connected: 'Verbunden',
      connectedSince: (moment) => `Verbunden seit ${own(moment)}, in welchem Zustand auch immer`,
      stateSince: (state, moment) => `${own(state)} seit ${own(moment)}`,
      workUntil: (moment) => `Die Nachbearbeitung dauert bis ${own(moment)}`,
      workForCallsOnly: 'nur nach aktiven Anrufen',
      workUnlimited: 'Die Nachbearbeitung dauert, bis Sie sie abschließen',
      captionsRest: 'Untertitel: aus neben dem Transkript',
      nothingYet: (names) => `Noch nichts zu zeigen: ${and(names.map(own))}.`,
      nothing: (names) => `Nichts zu zeigen: ${and(names.map(own))}.`,
    },
    'session-leave': {
      leave: 'Verlassen',
      question: (title) => `${own(title)} verlassen?`,
      way: { end: 'Beenden', release: 'Freigeben', hide: 'Ausblenden', close: 'Schließen' },
      finish: 'Abschließen',
      consequence: {
        over: {
          'audio-video': 'Der Anruf wird getrennt und ist zu Ende.',
          im: 'Der Chat ist auch für den Kunden zu Ende.',
          email: 'Die E-Mail gilt als erledigt; es gehen keine weiteren Antworten hinaus.',
          external: 'Die Aufgabe ist abgeschlossen.',
          other: 'Die Sitzung ist auch für die andere Seite zu Ende.',
        },
        'over-unwarned': inEveryModality('Der Anruf ist zu Ende; wer mit Musik wartet, wird ohne Warnung getrennt.'),
        'over-afresh': inEveryModality(
          'Der Chat ist zu Ende; schreibt der Kunde wieder, beginnt ein neuer ohne diesen Verlauf.',
        ),
        aborted: {
          'audio-video': 'Auf der anderen Seite hört es auf zu klingeln.',
          im: 'Der Chat ist zu Ende, bevor er begonnen hat.',
          email: 'Die E-Mail gilt als erledigt; es geht keine Antwort hinaus.',
          external: 'Die Aufgabe ist abgeschlossen.',
          other: 'Die Sitzung ist zu Ende, bevor sie begonnen hat.',
        },
        worked: inEveryModality('Ihre Nachbearbeitung ist abgeschlossen; neue Aufgaben können kommen.'),
        queued: {
          'audio-video': 'Der Anruf geht mit Musik zurück in die Warteschlange, bis jemand anderes antwortet.',
          im: 'Der Chat geht zurück in die Warteschlange; jemand anderes führt ihn weiter.',
          email: 'Die E-Mail geht für jemand anderen zurück in die Warteschlange.',
          external: 'Die Aufgabe geht für jemand anderen zurück in die Warteschlange.',
          other: 'Es geht für jemand anderen zurück in die Warteschlange.',
        },
        waiting: inEveryModality(
          'Der Chat wartet, bis der Kunde wieder schreibt; so lange belegt er keinen Ihrer Plätze.',
        ),
        hidden: inEveryModality('Es bleibt bei Ihnen und behält seinen Platz; Sie finden es im Arbeitsvorrat.'),
        'hidden-till-written': inEveryModality(
          'Es bleibt bei Ihnen und behält seinen Platz; eine neue Nachricht bringt es zurück, und Sie finden es im Arbeitsvorrat.',
        ),
        closed: inEveryModality(
          'Es verschwindet von Ihrer Liste und kann wieder geöffnet werden. Sonst erfährt es niemand.',
        ),
      },
      waitsFor: (days) =>
        count(days, {
          one: 'Nach # Tag ohne Nachricht ist er zu Ende.',
          other: 'Nach # Tagen ohne Nachricht ist er zu Ende.',
        }),
      unfinished: 'Hier nicht abgeschlossen:',
      kind: {
        message: 'Eine Nachricht, die nicht gesendet ist',
        reply: 'Eine Antwort, die nicht gesendet ist',
        sending: 'Gesendet, aber noch nicht angekommen',
        tag: 'Ein Schlagwort, das getippt und nicht hinzugefügt ist',
        notes: 'Notizen, die nicht gespeichert sind',
        codes: 'Codes oder Schlagwörter, die noch nicht gespeichert sind',
        page: 'Eine Seite mit Eingaben, die nicht gespeichert sind',
      },
      thing: {
        message: 'die Nachricht',
        reply: 'die Antwort',
        sending: 'was noch nicht angekommen ist',
        tag: 'das Schlagwort',
        notes: 'die Notizen',
        codes: 'die Codes und Schlagwörter',
        page: 'die Eingaben in der Seite',
      },
      fate: {
        lost: (things) => `Damit geht verloren: ${and(things)}.`,
        back: (things) => `Bleibt für Sie aufgehoben, falls es wiederkommt: ${and(things)}.`,
        stays: (things) => `Bleibt: ${and(things)}.`,
      },
      notReleased: 'Nicht freigegeben',
    },
    'transfer-dialog': {
      label: (kinds) =>
        `Weiterleiten an ${or(kinds.map((kind) => ({ service: 'einen Service', agent: 'eine Person', number: 'eine Telefonnummer' })[kind]))}`,
      list: 'Mögliche Ziele',
      kind: { service: 'Service', agent: 'Person', number: 'Nummer' },
      load: (used, limit) =>
        limit === undefined
          ? count(used, { one: '# Aufgabe', other: '# Aufgaben' })
          : `${figure(used)} von ${count(limit, { one: '# Aufgabe', other: '# Aufgaben' })}`,
      stop: {
        'after-call-work': 'in Nachbearbeitung',
        session: 'mit einer Aufgabe beschäftigt',
        'total-limit': 'kein Platz für eine weitere Aufgabe',
        'modality-limit': 'kein Platz für eine weitere dieser Art',
        'modality-disabled': 'bearbeitet keine Aufgaben dieser Art',
      },
      found: (targets) => (targets === 0 ? 'Nichts passt dazu.' : count(targets, { one: '# Ziel', other: '# Ziele' })),
      more: (targets) => `${figure(targets)} weitere: tippen, um sie zu finden`,
      nothing: 'Es gibt nichts, wohin dies weitergeleitet werden kann.',
      notANumber: 'Schreiben Sie die ganze Nummer, mit + und Landesvorwahl, etwa +47 21 55 01 00.',
      choose: 'Wählen Sie aus der Liste, wohin es gehen soll.',
      notNow: (name, reason) => `${own(name)}: ${own(reason)}.`,
    },
  }) satisfies Words;
