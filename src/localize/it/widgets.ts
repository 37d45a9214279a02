import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What stands beside a conversation, in Italian. */
export const widgets = ({ figure, count, own }: Grammar) =>
  ({
    'session-notes': {
      title: 'Note',
      placeholder: 'Scrivi una nota',
      save: 'Salva',
      empty: 'Ancora nessuna nota.',
      unsaved: 'Non ancora salvato',
      saved: (who, when) =>
        `Salvato${who === '' ? '' : ` da ${own(who)}`}${when === '' ? '' : `${who === '' ? '' : ','} ${own(when)}`}`,
      you: 'Lei',
      tooLong: (over) =>
        count(over, {
          one: 'Le note hanno # carattere di troppo per essere salvate.',
          other: 'Le note hanno # caratteri di troppo per essere salvate.',
        }),
      otherVersion: 'Un’altra Sua versione:',
      overtaken: (who) => `${who === '' ? 'Qualcuno' : own(who)} ha salvato altre note mentre Lei scriveva:`,
      keepBoth: 'Tieni entrambe',
      useTheirs: 'Usa queste',
      keepMine: 'Tieni solo le mie',
      theirsEmpty: 'Tutte le note sono state tolte.',
      willBeGone: 'Questo servizio non conserva nulla di una sessione: le sue note spariscono quando finisce.',
      notKept: 'Le note di questa sessione non sono state conservate.',
      unchangeable: 'Queste note sono troppo lunghe per essere modificate qui.',
      unsupported: 'Questo contact center non conserva note.',
      unsavable: 'Ciò che Lei ha scritto può solo essere copiato:',
      toNote: { offered: 'La accetti per scrivere note.' },
      notNow: 'Al momento le note non possono essere salvate.',
    },
    'codes-tags': {
      title: 'Codici e tag',
      primary: 'Codice primario',
      secondary: 'Codice secondario',
      none: 'Nessuno',
      required: 'obbligatorio',
      chosen: 'scelto',
      toChoose: 'Invio per scegliere',
      searchCode: 'Digita per cercare',
      found: (found, all) => `${figure(found)} di ${figure(all)}`,
      more: (codes) =>
        count(codes, { one: 'un altro: digiti per restringere', other: 'altri #: digiti per restringere' }),
      missing: { primary: 'Scelga un codice primario.', secondary: 'Scelga un codice secondario.' },
      toSet: { offered: 'La accetti per impostare codici e tag.' },
      tags: 'Tag',
      addTag: 'Aggiungi un tag',
      addTagHint: 'Digiti o incolli, poi prema Invio',
      removeTag: (tag) => `Rimuovi il tag ${own(tag)}`,
      earlierTags: (tags, hidden) => `Mostra ${figure(tags)} di ${figure(hidden)} tag precedenti`,
      tagsAdded: (added, known) => {
        if (known === 0) return count(added, { one: '# tag aggiunto.', other: '# tag aggiunti.' });
        if (added === 0) return count(known, { one: 'Questo tag c’è già.', other: 'Tutti i # ci sono già.' });
        return `${count(added, { one: '# aggiunto', other: '# aggiunti' })}, ${count(known, { one: '# c’era già.', other: '# c’erano già.' })}`;
      },
      tagsTooLong: (most) =>
        count(most, {
          one: 'Un tag ha al massimo # carattere: quelli più lunghi non sono stati aggiunti.',
          other: 'Un tag ha al massimo # caratteri: quelli più lunghi non sono stati aggiunti.',
        }),
      tagsTooMany: (most, left) =>
        `Una sessione ha al massimo ${figure(most)} tag: ${count(left, { one: '# non è stato aggiunto.', other: '# non sono stati aggiunti.' })}`,
      unsaved: 'Non salvato su questo dispositivo',
      begun: 'È stato scelto qui e non ha raggiunto il contact center.',
      suggestions: 'Tag suggeriti',
      suggested: 'Suggerito dall’IA',
      suggestedCount: (count) => `Suggerito dall’IA: ${figure(count)}`,
      suggestedTag: 'Tag',
      insteadOf: (code) => `invece di ${own(code)}`,
      apply: 'Applica',
      applyAll: 'Applica tutti',
      noCodes: 'Questo servizio non ha codici.',
      unknownCode: (id) => `${own(id)} (non più offerto)`,
    },
    'conversation-context': {
      title: 'Contesto della conversazione',
      none: 'Questo servizio non ha elementi di contesto.',
      newTab: 'si apre in una nuova scheda',
      waiting: (names) => `In attesa di ${own(names)}`,
      missing: (names) => `Nessun valore per ${own(names)}`,
      notKept: 'I dati di contesto di questa sessione non sono stati conservati.',
      notRecorded: 'Non aveva un indirizzo quando questa sessione è finita.',
      unsafeTemplate: 'Il suo indirizzo non è un indirizzo web sicuro. Chi configura questo servizio può correggerlo.',
      unsafeValue: (names) => `Il valore di ${own(names)} non può far parte di un indirizzo web.`,
      blocked: 'Il browser non ha lasciato che si aprisse da sé. Consenta i pop-up per questa pagina, o lo apra qui:',
      late: 'L’indirizzo è arrivato troppo tardi per aprirsi da sé:',
    },
    'embedded-context': {
      title: 'Contesto incorporato',
      none: 'Questo servizio non mostra alcuna pagina qui.',
      open: 'Apri in una nuova scheda',
      goIn: 'Entra nella pagina',
      loading: (host) => `In attesa di ${own(host)}…`,
      silent: (host) => `${own(host)} non risponde.`,
      forbidden: (host) =>
        `Questa pagina non può mostrare ${own(host)}. Chi la gestisce può aggiungere quel sito alla sua politica di sicurezza (frame-src).`,
      flooding: (host) =>
        `${own(host)} ha inviato tanti messaggi che questa pagina si sarebbe fermata; perciò è stato chiuso. Ciò che vi era digitato e non salvato è perso.`,
      heldBack: (host) =>
        `${own(host)} continua a togliere la tastiera da dove Lei scrive; perciò è nascosto finché non smette. Nulla vi va perso.`,
      insecure: 'Qui possono essere mostrate solo pagine sicure (https).',
      ownPage: 'Questo indirizzo riporta alla pagina in cui Lei si trova; perciò è stato chiuso.',
      nothingToSee: 'Non vede nulla? Alcuni siti vietano di essere mostrati dentro altre pagine.',
      unsaved: 'Dati non salvati',
      moved: 'L’indirizzo di questa pagina è cambiato. Ricaricandola va perso ciò che è digitato e non salvato.',
      reload: 'Carica il nuovo indirizzo',
      letGo: (titles) => `Chiuso per fare posto: ${own(titles)}. Ciò che vi era digitato e non salvato è perso.`,
    },
  }) satisfies Words;
