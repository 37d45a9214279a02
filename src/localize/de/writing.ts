import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said where agents write, in German. */
export const writing = ({ figure, percent, count, own }: Grammar) =>
  ({
    'message-composer': {
      failed: 'Dies konnte nicht angezeigt werden.',
      retry: 'Erneut versuchen',
      title: 'Nachricht',
      loading: 'Der Editor wird geladen …',
      send: 'Senden',
      toolbar: 'Formatierung',
      bold: 'Fett',
      italic: 'Kursiv',
      strike: 'Durchgestrichen',
      link: 'Link',
      bulletList: 'Aufzählung',
      numberedList: 'Nummerierte Liste',
      code: 'Code',
      linkAddress: 'Adresse des Links',
      linkHint: 'https://…',
      linkUnsafe: 'Diese Adresse kann nicht geöffnet werden. Sie beginnt mit https://, mailto: oder tel:.',
      applyLink: 'Übernehmen',
      removeLink: 'Link entfernen',
      count: (length) => `${figure(length)} Zeichen`,
      countOf: (length, most) => `${figure(length)} von ${figure(most)}`,
      tooMany: (over) => `${figure(over)} Zeichen zu viel`,
      tooLong: 'Die Nachricht ist für diesen Kanal zu lang.',
      plainOnly: 'Der Editor konnte nicht geladen werden. Einfacher Text kann gesendet werden.',
      unsaved: 'Auf diesem Gerät nicht gespeichert',
      otherVersion: 'Auch in einem anderen Tab geschrieben:',
      useOther: 'Dies verwenden',
      discardOther: 'Verwerfen',
      filesLeftOut: (files) =>
        count(files, {
          one: 'Die Datei wurde nicht hinzugefügt: Von hier können keine Dateien gesendet werden. Ihr Text ist, wie er war.',
          other:
            'Die Dateien wurden nicht hinzugefügt: Von hier können keine Dateien gesendet werden. Ihr Text ist, wie er war.',
        }),
      attach: 'Dateien anhängen',
      attached: 'Angehängte Dateien',
      unnamedFile: 'Datei ohne Namen',
      removeFile: (name) => `${own(name)} entfernen`,
      uploadAgain: (name) => `${own(name)} erneut hochladen`,
      remove: 'Entfernen',
      cancel: 'Abbrechen',
      progressOf: (name) => `Hochladen von ${own(name)}`,
      sentOf: (done, size) => `${percent(done)} von ${own(size)}`,
      fileLost:
        'Nicht hochgeladen: Ihre Seite wurde geschlossen oder lädt sie noch hoch. Hängen Sie sie erneut an oder entfernen Sie sie.',
      filesUnderWay: 'Kann gesendet werden, wenn die Dateien hochgeladen sind.',
      filesMissing:
        'Eine Datei wurde nicht hochgeladen. Versuchen Sie es erneut oder entfernen Sie sie, dann senden Sie.',
      filesThere: (files) => count(files, { one: 'Die Datei ist angehängt.', other: '# Dateien sind angehängt.' }),
      uploadFailed: {
        'too-large': 'Zu groß für diesen Kanal.',
        'not-taken': 'Dieser Kanal nimmt sie nicht an.',
        'unknown-session': 'Dieses Gespräch ist zu Ende.',
        unreachable: 'Das Hochladen wurde unterbrochen.',
        cancelled: 'Das Hochladen wurde abgebrochen.',
        failed: 'Das Hochladen ist fehlgeschlagen.',
      },
      fileRefused: {
        folder: () => 'Ordner können nicht angehängt werden. Hängen Sie die Dateien darin an.',
        empty: (name) => `${own(name)} ist leer und wurde nicht hinzugefügt.`,
        type: (name) => `${own(name)} wurde nicht hinzugefügt: Dieser Kanal nimmt keine Dateien dieser Art an.`,
        'too-big': (name) => `${own(name)} wurde nicht hinzugefügt: zu groß für diesen Kanal.`,
        'too-many': (name) =>
          `${own(name)} wurde nicht hinzugefügt: Die Nachricht hat so viele Dateien, wie dieser Kanal annimmt.`,
      },
      filesRefused: {
        folder: () => 'Ordner können nicht angehängt werden. Hängen Sie die Dateien darin an.',
        empty: (files) => `${filesWere(count, files)} nicht hinzugefügt: leer.`,
        type: (files) =>
          `${filesWere(count, files)} nicht hinzugefügt: Dieser Kanal nimmt keine Dateien dieser Art an.`,
        'too-big': (files) => `${filesWere(count, files)} nicht hinzugefügt: zu groß für diesen Kanal.`,
        'too-many': (files) =>
          `${filesWere(count, files)} nicht hinzugefügt: Die Nachricht hat so viele Dateien, wie dieser Kanal annimmt.`,
      },
      quickReplies: 'Schnellantworten',
      foundReplies: (replies) =>
        `${count(replies, { one: '# Schnellantwort', other: '# Schnellantworten' })}. Mit den Pfeiltasten auswählen.`,
      noReply: 'Keine Schnellantwort heißt so.',
    },
  }) satisfies Words;

const filesWere = (count: Grammar['count'], files: number): string =>
  count(files, { one: '# Datei wurde', other: '# Dateien wurden' });
