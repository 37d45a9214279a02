import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said where agents write, in Italian. */
export const writing = ({ figure, percent, count, own }: Grammar) =>
  ({
    'message-composer': {
      failed: 'Impossibile mostrare questo contenuto.',
      retry: 'Riprova',
      title: 'Messaggio',
      loading: 'Caricamento dell’editor…',
      send: 'Invia',
      toolbar: 'Formattazione',
      bold: 'Grassetto',
      italic: 'Corsivo',
      strike: 'Barrato',
      link: 'Collegamento',
      bulletList: 'Elenco puntato',
      numberedList: 'Elenco numerato',
      code: 'Codice',
      linkAddress: 'Indirizzo del collegamento',
      linkHint: 'https://…',
      linkUnsafe: 'Questo indirizzo non può essere aperto. Inizia con https://, mailto: o tel:.',
      applyLink: 'Applica',
      removeLink: 'Rimuovi collegamento',
      count: (length) => count(length, { one: '# carattere', other: '# caratteri' }),
      countOf: (length, most) => `${figure(length)} di ${figure(most)}`,
      tooMany: (over) => count(over, { one: '# carattere di troppo', other: '# caratteri di troppo' }),
      tooLong: 'Il messaggio è troppo lungo per questo canale.',
      plainOnly: 'Impossibile caricare l’editor. Si può inviare testo semplice.',
      unsaved: 'Non salvato su questo dispositivo',
      otherVersion: 'Scritto anche in un’altra scheda:',
      useOther: 'Usa questo',
      discardOther: 'Scarta',
      filesLeftOut: (files) =>
        count(files, {
          one: 'Il file non è stato aggiunto: da qui non si possono inviare file. Il Suo testo è rimasto com’era.',
          other: 'I file non sono stati aggiunti: da qui non si possono inviare file. Il Suo testo è rimasto com’era.',
        }),
      attach: 'Allega file',
      attached: 'File allegati',
      unnamedFile: 'File senza nome',
      removeFile: (name) => `Rimuovi ${own(name)}`,
      uploadAgain: (name) => `Carica di nuovo ${own(name)}`,
      remove: 'Rimuovi',
      cancel: 'Annulla',
      progressOf: (name) => `Caricamento di ${own(name)}`,
      sentOf: (done, size) => `${percent(done)} di ${own(size)}`,
      fileLost:
        'Non caricato: la sua pagina è stata chiusa, o lo sta ancora caricando. Lo alleghi di nuovo o lo rimuova.',
      filesUnderWay: 'Si può inviare quando i file sono caricati.',
      filesMissing: 'Un file non è stato caricato. Riprovi o lo rimuova, poi invii.',
      filesThere: (files) => count(files, { one: 'Il file è allegato.', other: '# file sono allegati.' }),
      uploadFailed: {
        'too-large': 'Troppo grande per questo canale.',
        'not-taken': 'Questo canale non lo accetta.',
        'unknown-session': 'Questa conversazione è terminata.',
        unreachable: 'Il caricamento è stato interrotto.',
        cancelled: 'Il caricamento è stato annullato.',
        failed: 'Il caricamento non è riuscito.',
      },
      fileRefused: {
        folder: () => 'Le cartelle non possono essere allegate. Alleghi i file che contengono.',
        empty: (name) => `${own(name)} è vuoto e non è stato aggiunto.`,
        type: (name) => `${own(name)} non è stato aggiunto: questo canale non accetta file di questo tipo.`,
        'too-big': (name) => `${own(name)} non è stato aggiunto: troppo grande per questo canale.`,
        'too-many': (name) =>
          `${own(name)} non è stato aggiunto: il messaggio ha tutti i file che questo canale accetta.`,
      },
      filesRefused: {
        folder: () => 'Le cartelle non possono essere allegate. Alleghi i file che contengono.',
        empty: (files) => `${filesWere(count, files)}: vuoto.`,
        type: (files) => `${filesWere(count, files)}: questo canale non accetta file di questo tipo.`,
        'too-big': (files) => `${filesWere(count, files)}: troppo grande per questo canale.`,
        'too-many': (files) => `${filesWere(count, files)}: il messaggio ha tutti i file che questo canale accetta.`,
      },
      quickReplies: 'Risposte rapide',
      foundReplies: (replies) =>
        `${count(replies, { one: '# risposta rapida', other: '# risposte rapide' })}. Scelga con i tasti freccia.`,
      noReply: 'Nessuna risposta rapida si chiama così.',
    },
  }) satisfies Words;

const filesWere = (count: Grammar['count'], files: number): string =>
  count(files, { one: '# file non aggiunto', other: '# file non aggiunti' });
