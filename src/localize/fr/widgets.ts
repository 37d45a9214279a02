import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What stands beside a conversation, in French. */
export const widgets = ({ figure, count, own }: Grammar) =>
  ({
    'session-notes': {
      title: 'Notes',
      placeholder: 'Écrire une note',
      save: 'Enregistrer',
      empty: 'Rien n’est encore noté.',
      unsaved: 'Pas encore enregistré',
      saved: (who, when) =>
        `Enregistré${who === '' ? '' : ` par ${own(who)}`}${when === '' ? '' : `${who === '' ? '' : ','} ${own(when)}`}`,
      you: 'vous',
      tooLong: (over) =>
        count(over, {
          one: 'Les notes ont # caractère de trop pour être enregistrées.',
          other: 'Les notes ont # caractères de trop pour être enregistrées.',
        }),
      otherVersion: 'Une autre version de vous :',
      overtaken: (who) =>
        `${who === '' ? 'Quelqu’un' : own(who)} a enregistré d’autres notes pendant que vous écriviez :`,
      keepBoth: 'Garder les deux',
      useTheirs: 'Utiliser celles-ci',
      keepMine: 'Garder seulement les miennes',
      theirsEmpty: 'Toutes les notes ont été retirées.',
      willBeGone: 'Ce service ne conserve rien d’une session : ses notes disparaissent quand elle est terminée.',
      notKept: 'Les notes de cette session n’ont pas été conservées.',
      unchangeable: 'Ces notes sont trop longues pour être modifiées ici.',
      unsupported: 'Ce centre de contact ne conserve pas de notes.',
      unsavable: 'Ce que vous avez écrit peut seulement être copié :',
      toNote: { offered: 'Acceptez-la pour écrire des notes.' },
      notNow: 'Les notes ne peuvent pas être enregistrées pour le moment.',
    },
    'codes-tags': {
      title: 'Codes et étiquettes',
      primary: 'Code principal',
      secondary: 'Code secondaire',
      none: 'Aucun',
      required: 'obligatoire',
      chosen: 'choisi',
      toChoose: 'Entrée pour choisir',
      searchCode: 'Saisir pour rechercher',
      found: (found, all) => `${figure(found)} sur ${figure(all)}`,
      more: (codes) => `${figure(codes)} de plus : saisissez pour affiner`,
      missing: { primary: 'Choisissez un code principal.', secondary: 'Choisissez un code secondaire.' },
      toSet: { offered: 'Acceptez-la pour définir codes et étiquettes.' },
      tags: 'Étiquettes',
      addTag: 'Ajouter une étiquette',
      addTagHint: 'Saisissez ou collez, puis appuyez sur Entrée',
      removeTag: (tag) => `Retirer l’étiquette ${own(tag)}`,
      earlierTags: (tags, hidden) => `Afficher ${figure(tags)} étiquettes précédentes sur ${figure(hidden)}`,
      tagsAdded: (added, known) => {
        if (known === 0) return count(added, { one: '# étiquette ajoutée.', other: '# étiquettes ajoutées.' });
        if (added === 0)
          return count(known, { one: 'Cette étiquette est déjà là.', other: 'Les # étiquettes sont déjà là.' });
        return `${count(added, { one: '# ajoutée', other: '# ajoutées' })}, ${count(known, { one: '# était déjà là.', other: '# étaient déjà là.' })}`;
      },
      tagsTooLong: (most) =>
        count(most, {
          one: 'Une étiquette a au plus # caractère : les plus longues n’ont pas été ajoutées.',
          other: 'Une étiquette a au plus # caractères : les plus longues n’ont pas été ajoutées.',
        }),
      tagsTooMany: (most, left) =>
        `${count(most, { one: 'Une session a au plus # étiquette', other: 'Une session a au plus # étiquettes' })} : ${count(left, { one: '# n’a pas été ajoutée.', other: '# n’ont pas été ajoutées.' })}`,
      unsaved: 'Non enregistré sur cet appareil',
      begun: 'Cela a été choisi ici et n’a pas atteint le centre de contact.',
      suggestions: 'Étiquettes suggérées',
      suggested: 'Suggéré par l’IA',
      suggestedCount: (count) => `Suggéré par l’IA\u00A0: ${figure(count)}`,
      suggestedTag: 'Étiquette',
      insteadOf: (code) => `au lieu de ${own(code)}`,
      apply: 'Appliquer',
      applyAll: 'Tout appliquer',
      noCodes: 'Ce service n’a pas de codes.',
      unknownCode: (id) => `${own(id)} (n’est plus proposé)`,
    },
    'conversation-context': {
      title: 'Contexte de la conversation',
      none: 'Ce service n’a pas d’éléments de contexte.',
      newTab: 's’ouvre dans un nouvel onglet',
      waiting: (names) => `En attente de ${own(names)}`,
      missing: (names) => `Aucune valeur pour ${own(names)}`,
      notKept: 'Les données de contexte de cette session n’ont pas été conservées.',
      notRecorded: 'Il n’avait pas d’adresse quand cette session s’est terminée.',
      unsafeTemplate: 'Son adresse n’est pas une adresse web sûre. Qui configure ce service peut la corriger.',
      unsafeValue: (names) => `La valeur de ${own(names)} ne peut pas faire partie d’une adresse web.`,
      blocked:
        'Le navigateur n’a pas laissé ceci s’ouvrir de soi-même. Autorisez les pop-ups pour cette page, ou ouvrez-le ici :',
      late: 'L’adresse est arrivée trop tard pour s’ouvrir d’elle-même :',
    },
    'embedded-context': {
      title: 'Contexte intégré',
      none: 'Ce service n’affiche aucune page ici.',
      open: 'Ouvrir dans un nouvel onglet',
      goIn: 'Entrer dans la page',
      loading: (host) => `En attente de ${own(host)}…`,
      silent: (host) => `${own(host)} ne répond pas.`,
      forbidden: (host) =>
        `Cette page n’a pas le droit d’afficher ${own(host)}. Qui l’exploite peut ajouter ce site à sa politique de sécurité (frame-src).`,
      flooding: (host) =>
        `${own(host)} a envoyé tant de messages que cette page se serait arrêtée ; il a donc été fermé. Ce qui y était saisi et non enregistré est perdu.`,
      heldBack: (host) =>
        `${own(host)} prend sans cesse le clavier là où vous écrivez ; il est masqué jusqu’à ce que vous arrêtiez. Rien n’y est perdu.`,
      insecure: 'Seules des pages sécurisées (https) peuvent être affichées ici.',
      ownPage: 'Cette adresse ramène à la page où vous êtes ; elle a donc été fermée.',
      nothingToSee: 'Rien à voir ? Certains sites interdisent d’être affichés dans d’autres pages.',
      unsaved: 'Saisie non enregistrée',
      moved: 'L’adresse de cette page a changé. La recharger fait perdre ce qui est saisi et non enregistré.',
      reload: 'Charger la nouvelle adresse',
      letGo: (titles) =>
        `Fermé pour faire de la place : ${own(titles)}. Ce qui y était saisi et non enregistré est perdu.`,
    },
  }) satisfies Words;
