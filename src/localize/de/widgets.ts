import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What stands beside a conversation, in German. */
export const widgets = ({ figure, count, own }: Grammar) =>
  ({
    'session-notes': {
      title: 'Notizen',
      placeholder: 'Notiz schreiben',
      save: 'Speichern',
      empty: 'Noch nichts notiert.',
      unsaved: 'Noch nicht gespeichert',
      saved: (who, when) =>
        `Gespeichert${who === '' ? '' : ` von ${own(who)}`}${when === '' ? '' : `${who === '' ? '' : ','} ${own(when)}`}`,
      you: 'Ihnen',
      tooLong: (over) => `Die Notizen sind um ${figure(over)} Zeichen zu lang: So werden sie nicht gespeichert.`,
      otherVersion: 'Eine andere Fassung von Ihnen:',
      overtaken: (who) =>
        `${who === '' ? 'Jemand' : own(who)} hat andere Notizen gespeichert, während Sie geschrieben haben:`,
      keepBoth: 'Beide behalten',
      useTheirs: 'Diese verwenden',
      keepMine: 'Nur meine behalten',
      theirsEmpty: 'Alle Notizen wurden entfernt.',
      willBeGone: 'Dieser Service behält nichts von einer Sitzung: Ihre Notizen gehen, wenn sie vorbei ist.',
      notKept: 'Notizen dieser Sitzung wurden nicht aufbewahrt.',
      unchangeable: 'Diese Notizen sind zu lang, um hier geändert zu werden.',
      unsupported: 'Dieses Contact Center bewahrt keine Notizen auf.',
      unsavable: 'Was Sie geschrieben haben, kann nur noch kopiert werden:',
      toNote: { offered: 'Nehmen Sie sie an, um Notizen zu schreiben.' },
      notNow: 'Notizen können im Moment nicht gespeichert werden.',
    },
    'codes-tags': {
      title: 'Codes und Schlagwörter',
      primary: 'Primärer Code',
      secondary: 'Sekundärer Code',
      none: 'Keiner',
      required: 'erforderlich',
      chosen: 'gewählt',
      toChoose: 'Mit Enter auswählen',
      searchCode: 'Zum Suchen tippen',
      found: (found, all) => `${figure(found)} von ${figure(all)}`,
      more: (codes) => `${figure(codes)} weitere: zum Eingrenzen tippen`,
      missing: { primary: 'Wählen Sie einen primären Code.', secondary: 'Wählen Sie einen sekundären Code.' },
      toSet: { offered: 'Nehmen Sie sie an, um Codes und Schlagwörter zu setzen.' },
      tags: 'Schlagwörter',
      addTag: 'Schlagwort hinzufügen',
      addTagHint: 'Tippen oder einfügen, dann Enter drücken',
      removeTag: (tag) => `Schlagwort ${own(tag)} entfernen`,
      earlierTags: (tags, hidden) => `${figure(tags)} von ${figure(hidden)} früheren Schlagwörtern anzeigen`,
      tagsAdded: (added, known) => {
        if (known === 0)
          return count(added, { one: '# Schlagwort hinzugefügt.', other: '# Schlagwörter hinzugefügt.' });
        if (added === 0)
          return count(known, { one: 'Dieses Schlagwort ist schon da.', other: 'Alle # sind schon da.' });
        return `${figure(added)} hinzugefügt, ${count(known, { one: '# war schon da.', other: '# waren schon da.' })}`;
      },
      tagsTooLong: (most) => `Ein Schlagwort hat höchstens ${figure(most)} Zeichen: Längere wurden nicht hinzugefügt.`,
      tagsTooMany: (most, left) =>
        `${count(most, { one: 'Eine Sitzung hat höchstens # Schlagwort', other: 'Eine Sitzung hat höchstens # Schlagwörter' })}: ${count(left, { one: '# wurde nicht hinzugefügt.', other: '# wurden nicht hinzugefügt.' })}`,
      unsaved: 'Auf diesem Gerät nicht gespeichert',
      begun: 'Es wurde hier gewählt und hat das Contact Center nicht erreicht.',
      suggestions: 'Vorgeschlagene Schlagwörter',
      suggested: 'Von KI vorgeschlagen',
      suggestedCount: (count) => `Von KI vorgeschlagen: ${figure(count)}`,
      suggestedTag: 'Schlagwort',
      insteadOf: (code) => `statt ${own(code)}`,
      apply: 'Übernehmen',
      applyAll: 'Alle übernehmen',
      noCodes: 'Dieser Service hat keine Codes.',
      unknownCode: (id) => `${own(id)} (nicht mehr angeboten)`,
    },
    'conversation-context': {
      title: 'Gesprächskontext',
      none: 'Dieser Service hat keine Kontexteinträge.',
      newTab: 'öffnet in einem neuen Tab',
      waiting: (names) => `Es fehlt noch: ${own(names)}`,
      missing: (names) => `Kein Wert für ${own(names)}`,
      notKept: 'Die Kontextdaten dieser Sitzung wurden nicht aufbewahrt.',
      notRecorded: 'Er hatte keine Adresse, als diese Sitzung endete.',
      unsafeTemplate:
        'Seine Adresse ist keine sichere Webadresse. Wer diesen Service konfiguriert, kann sie berichtigen.',
      unsafeValue: (names) => `Der Wert von ${own(names)} kann nicht Teil einer Webadresse sein.`,
      blocked:
        'Der Browser ließ dies nicht von selbst öffnen. Erlauben Sie Pop-ups für diese Seite, oder öffnen Sie es hier:',
      late: 'Die Adresse kam zu spät, um von selbst zu öffnen:',
    },
    'embedded-context': {
      title: 'Eingebetteter Kontext',
      none: 'Dieser Service zeigt hier keine Seite.',
      open: 'In einem neuen Tab öffnen',
      goIn: 'In die Seite gehen',
      loading: (host) => `Es wird auf ${own(host)} gewartet …`,
      silent: (host) => `${own(host)} antwortet nicht.`,
      forbidden: (host) =>
        `Diese Seite darf ${own(host)} nicht anzeigen. Wer sie betreibt, kann es in ihre Sicherheitsrichtlinie aufnehmen (frame-src).`,
      flooding: (host) =>
        `${own(host)} hat so viele Nachrichten gesendet, dass diese Seite stehen geblieben wäre; es wurde deshalb geschlossen. Was dort getippt und nicht gespeichert war, ist verloren.`,
      heldBack: (host) =>
        `${own(host)} nimmt immer wieder die Tastatur von dort weg, wo Sie schreiben; es ist ausgeblendet, bis Sie aufhören. Nichts darin geht verloren.`,
      insecure: 'Hier können nur sichere Seiten (https) angezeigt werden.',
      ownPage: 'Diese Adresse führt zurück zu der Seite, auf der Sie sind; sie wurde deshalb geschlossen.',
      nothingToSee: 'Nichts zu sehen? Manche Websites verbieten es, in anderen Seiten angezeigt zu werden.',
      unsaved: 'Eingabe nicht gespeichert',
      moved:
        'Die Adresse dieser Seite hat sich geändert. Beim neuen Laden geht verloren, was getippt und nicht gespeichert ist.',
      reload: 'Die neue Adresse laden',
      letGo: (titles) =>
        `Geschlossen, um Platz zu schaffen: ${own(titles)}. Was dort getippt und nicht gespeichert war, ist verloren.`,
    },
  }) satisfies Words;
