import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said where agents write, in French. */
export const writing = ({ figure, percent, count, own }: Grammar) =>
  ({
    'message-composer': {
      failed: 'Impossible d’afficher ceci.',
      retry: 'Réessayer',
      title: 'Message',
      loading: 'Chargement de l’éditeur…',
      send: 'Envoyer',
      toolbar: 'Mise en forme',
      bold: 'Gras',
      italic: 'Italique',
      strike: 'Barré',
      link: 'Lien',
      bulletList: 'Liste à puces',
      numberedList: 'Liste numérotée',
      code: 'Code',
      linkAddress: 'Adresse du lien',
      linkHint: 'https://…',
      linkUnsafe: 'Cette adresse ne peut pas être ouverte. Elle commence par https://, mailto: ou tel:.',
      applyLink: 'Appliquer',
      removeLink: 'Retirer le lien',
      count: (length) => count(length, { one: '# caractère', other: '# caractères' }),
      countOf: (length, most) => `${figure(length)} sur ${figure(most)}`,
      tooMany: (over) => count(over, { one: '# caractère de trop', other: '# caractères de trop' }),
      tooLong: 'Le message est trop long pour ce canal.',
      plainOnly: 'L’éditeur n’a pas pu être chargé. Du texte simple peut être envoyé.',
      unsaved: 'Non enregistré sur cet appareil',
      otherVersion: 'Aussi écrit dans un autre onglet :',
      useOther: 'Utiliser celui-ci',
      discardOther: 'Abandonner',
      filesLeftOut: (files) =>
        count(files, {
          one: 'Le fichier n’a pas été ajouté : aucun fichier ne peut être envoyé d’ici. Votre texte est inchangé.',
          other:
            'Les fichiers n’ont pas été ajoutés : aucun fichier ne peut être envoyé d’ici. Votre texte est inchangé.',
        }),
      attach: 'Joindre des fichiers',
      attached: 'Fichiers joints',
      unnamedFile: 'Fichier sans nom',
      removeFile: (name) => `Retirer ${own(name)}`,
      uploadAgain: (name) => `Téléverser à nouveau ${own(name)}`,
      remove: 'Retirer',
      cancel: 'Annuler',
      progressOf: (name) => `Téléversement de ${own(name)}`,
      sentOf: (done, size) => `${percent(done)} de ${own(size)}`,
      fileLost: 'Non téléversé : sa page a été fermée, ou le téléverse encore. Joignez-le à nouveau ou retirez-le.',
      filesUnderWay: 'Peut être envoyé quand les fichiers sont téléversés.',
      filesMissing: 'Un fichier n’a pas été téléversé. Réessayez ou retirez-le, puis envoyez.',
      filesThere: (files) => count(files, { one: 'Le fichier est joint.', other: '# fichiers sont joints.' }),
      uploadFailed: {
        'too-large': 'Trop volumineux pour ce canal.',
        'not-taken': 'Ce canal ne l’accepte pas.',
        'unknown-session': 'Cette conversation est terminée.',
        unreachable: 'Le téléversement a été interrompu.',
        cancelled: 'Le téléversement a été annulé.',
        failed: 'Le téléversement a échoué.',
      },
      fileRefused: {
        folder: () => 'Les dossiers ne peuvent pas être joints. Joignez les fichiers qu’ils contiennent.',
        empty: (name) => `${own(name)} est vide et n’a pas été ajouté.`,
        type: (name) => `${own(name)} n’a pas été ajouté : ce canal n’accepte pas ce type de fichiers.`,
        'too-big': (name) => `${own(name)} n’a pas été ajouté : trop volumineux pour ce canal.`,
        'too-many': (name) =>
          `${own(name)} n’a pas été ajouté : le message a autant de fichiers que ce canal en accepte.`,
      },
      filesRefused: {
        folder: () => 'Les dossiers ne peuvent pas être joints. Joignez les fichiers qu’ils contiennent.',
        empty: (files) => `${filesWere(count, files)} : vide.`,
        type: (files) => `${filesWere(count, files)} : ce canal n’accepte pas ce type de fichiers.`,
        'too-big': (files) => `${filesWere(count, files)} : trop volumineux pour ce canal.`,
        'too-many': (files) => `${filesWere(count, files)} : le message a autant de fichiers que ce canal en accepte.`,
      },
      quickReplies: 'Réponses rapides',
      foundReplies: (replies) =>
        `${count(replies, { one: '# réponse rapide', other: '# réponses rapides' })}. Choisissez avec les flèches.`,
      noReply: 'Aucune réponse rapide ne porte ce nom.',
    },
  }) satisfies Words;

const filesWere = (count: Grammar['count'], files: number): string =>
  count(files, { one: '# fichier non ajouté', other: '# fichiers non ajoutés' });
