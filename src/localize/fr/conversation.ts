import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

const CAPTIONS_INTERRUPTED = 'Les sous-titres sont interrompus.';
const INTERRUPTED = 'La transcription est interrompue.';

/** What is said where agents talk and read, in French. */
export const conversation = ({ figure, count, and, own }: Grammar) =>
  ({
    'chat-conversation': {
      title: 'Tchat',
      empty: 'Rien n’a encore été écrit.',
      you: 'Vous',
      today: 'Aujourd’hui',
      yesterday: 'Hier',
      earlier: 'Afficher les messages précédents',
      later: 'Afficher les messages suivants',
      newMessages: (messages) =>
        `${count(messages, { one: '# nouveau message', other: '# nouveaux messages' })}. Aller à la fin`,
      toEnd: 'Aller à la fin',
      announce: (messages) =>
        count(messages, { one: '# nouveau message dans le tchat', other: '# nouveaux messages dans le tchat' }),
      spoken: (name, text) => `${own(name)} : ${own(text)}`,
      sending: 'Envoi…',
      notSent: 'Non envoyé',
      delivery: { failed: 'Non remis', sent: 'Envoyé', delivered: 'Remis', read: 'Lu' },
      tryAgain: 'Réessayer',
      discard: 'Abandonner',
      typing: (names) => `${and(names.map(own))} ${names.length === 1 ? 'écrit…' : 'écrivent…'}`,
      messageTo: (name) => `Message à ${own(name)}`,
      placeholder: (name) => `Écrire à ${own(name)}`,
      windowClosed: 'Le délai pendant lequel ce canal accepte des messages est écoulé.',
      closesIn: 'Ce canal accepte des messages pendant',
      toWrite: {
        offered: 'Acceptez-la pour écrire.',
        held: 'Reprenez-la pour écrire.',
        parked: 'Récupérez-la pour écrire.',
        'after-call-work': 'Plus rien ne peut être envoyé.',
        ended: 'Plus rien ne peut être envoyé.',
      },
      notActive: 'Rien ne peut être écrit dans cet état de la conversation.',
    },
    'companion-chat': {
      title: 'Conversation',
      spoken: 'Cette conversation est parlée : il n’y a rien à écrire ici.',
      unknownModality: (modality) =>
        `Les conversations du type « ${own(modality)} » ne peuvent pas être affichées ici.`,
    },
    'email-conversation': {
      title: 'E-mail',
      noSubject: '(sans objet)',
      from: 'De',
      to: 'À',
      cc: 'Cc',
      replyTo: 'Répondre à',
      answersGoTo: 'Les réponses à cet e-mail vont à',
      details: 'Afficher les détails',
      nobody: 'Personne n’est nommé',
      sentAt: 'Envoyé',
      notTheAddress: (claimed) => `Le nom indique ${own(claimed)}, mais ce n’est pas l’adresse de cet e-mail.`,
      attachments: (files) => count(files, { one: '# pièce jointe', other: '# pièces jointes' }),
      body: 'Texte de l’e-mail',
      opening: 'Ouverture de l’e-mail…',
      noMail: 'Cette tâche n’a pas d’e-mail.',
      noBody: 'Cet e-mail n’a pas de texte.',
      imagesBlocked: (images) =>
        `${count(images, { one: '# image n’a pas été chargée', other: '# images n’ont pas été chargées' })}, pour que l’expéditeur n’apprenne pas que vous lisez ceci.`,
      showImages: 'Afficher les images',
      inlineImage: (name) =>
        name === '' ? 'Image, voir les pièces jointes' : `Image, voir les pièces jointes : ${own(name)}`,
      leadsTo: (place) => `mène à ${own(place)}`,
      plainText: 'Texte seul',
      tooLarge: 'Cet e-mail est trop volumineux pour être affiché avec sa mise en forme. Voici son texte.',
      notLoaded: 'La mise en forme n’a pas pu être chargée. Voici le texte de l’e-mail.',
      notShown: 'Cet e-mail ne peut pas être affiché ici avec sa mise en forme. Voici son texte.',
      actions: 'Répondre à cet e-mail',
      reply: 'Répondre',
      replyAll: 'Répondre à tous',
      continueReply: 'Continuer votre réponse',
      markAsHandled: 'Marquer comme traité',
      toAnswer: { offered: 'Acceptez-la pour répondre.', parked: 'Récupérez-la pour répondre.' },
      notNowOther: 'Il est impossible d’y répondre pour le moment.',
      answer: 'Votre réponse',
      answerTo: 'Réponse à',
      placeholder: 'Écrivez votre réponse',
      send: 'Envoyer',
      close: 'Fermer',
      answers: 'Réponses envoyées',
      sentBy: (name, moment) => (moment === '' ? own(name) : `${own(name)}, ${own(moment)}`),
      you: 'Vous',
      delivery: { failed: 'Non remis', sent: 'Envoyé', delivered: 'Remis', read: 'Lu' },
      unsent: 'Cette réponse n’a pas été envoyée.',
      copy: 'Copier',
      copied: 'Copié',
      notDone: { 'email.reply': 'Réponse non envoyée', 'email.mark-as-handled': 'Non marqué comme traité' },
    },
    'external-task': {
      title: 'Tâche externe',
      untitled: 'Tâche externe',
      noTask: 'Ce n’est pas une tâche externe.',
      noDescription: 'Le système externe n’a donné aucune description. Ce qu’il sait figure dans les détails.',
      updates: 'Nouveautés',
      open: 'Ouvrir la tâche',
      opensTab: 'dans un nouvel onglet',
      noLink: 'Le système externe n’a donné aucune adresse à ouvrir. Traitez la tâche là-bas, puis achevez-la ici.',
      unsafeLink: 'L’adresse venue avec cette tâche ne peut pas être ouverte sans risque :',
      complete: 'Achever',
      notCompleted: 'Non achevée',
      toWorkOn: { offered: 'Acceptez-la pour y travailler.', parked: 'Récupérez-la pour y travailler.' },
      notNowOther: 'Il est impossible de l’achever pour le moment.',
      completedAt: (moment) => (moment === '' ? 'Achevée' : `Achevée : ${own(moment)}`),
      endedAt: (result, moment) => (moment === '' ? own(result) : `${own(result)}, ${own(moment)}`),
      cancelled: (moment) => `Annulée par le système externe : ${own(moment)}.`,
      cancelledMeanwhile: (moment) =>
        `Annulée par le système externe pendant que vous y travailliez : ${own(moment)}. Il n’y a plus rien à faire.`,
    },
    'live-caption': {
      title: 'Sous-titres en direct',
      waiting: 'En attente de paroles.',
      interrupted: { parked: CAPTIONS_INTERRUPTED, unparking: CAPTIONS_INTERRUPTED },
      unavailable: (reason) => `Pas de sous-titres : ${own(reason)}`,
      notTranscribable: 'Pas de sous-titres : cet appel ne peut pas être transcrit.',
      pause: 'Suspendre les sous-titres',
      goOn: 'Reprendre les sous-titres',
      paused: (lines) =>
        lines === 0
          ? 'Suspendus'
          : `Suspendus, ${count(lines, { one: '# nouvelle ligne', other: '# nouvelles lignes' })}`,
      large: 'Grands caractères',
      announce: (lines) =>
        count(lines, {
          one: '# nouvelle ligne dans les sous-titres',
          other: '# nouvelles lignes dans les sous-titres',
        }),
    },
    'transcript-tools': {
      interrupted: { parked: INTERRUPTED, unparking: INTERRUPTED },
      eligibility: (isTranscribable) =>
        isTranscribable === undefined
          ? 'On ne sait pas encore si cet appel peut être transcrit.'
          : `Cet appel ${isTranscribable ? 'peut' : 'ne peut pas'} être transcrit.`,
      stopped: (reason) => `Plus rien n’est transcrit : ${own(reason)}`,
      search: 'Rechercher dans cette transcription',
      previous: 'Résultat précédent',
      next: 'Résultat suivant',
      position: (current, total) => `${figure(current)} sur ${figure(total)}`,
      searching: (found) => `${figure(found)} jusqu’ici…`,
      noMatch: 'Aucun résultat',
      copy: 'Tout copier',
      copied: 'Copié',
      notCopied: 'Copie impossible. Sélectionnez le texte ci-dessous et copiez-le avec le clavier.',
      onlyBeginning: 'Seul le début tient ici : enregistrez-la comme texte pour l’avoir en entier.',
      text: 'Texte de la transcription',
      asText: 'Enregistrer comme texte',
      asWebVtt: 'Enregistrer comme WebVTT',
      saved: (name) => `Enregistré sous ${own(name)}`,
      fileName: 'transcription',
      withoutTime: (lines, total) =>
        lines === total
          ? 'Aucune ligne n’a d’heure. Dans WebVTT, toutes commencent à 0:00.'
          : count(lines, {
              one: '# ligne n’a pas d’heure. Dans WebVTT, elle commence avec la ligne précédente.',
              other: '# lignes n’ont pas d’heure. Dans WebVTT, elles commencent avec la ligne précédente.',
            }),
    },
    'transcript-view': {
      title: 'Transcription',
      empty: 'Rien n’a encore été dit.',
      unavailable: (reason) => `Pas de transcription : ${own(reason)}`,
      none: 'Il n’y a pas de transcription de cette session.',
      interim: 'parle encore',
      corrected: 'corrigé',
      newLines: (lines) => `${count(lines, { one: '# nouvelle ligne', other: '# nouvelles lignes' })}. Aller à la fin`,
      toEnd: 'Aller à la fin',
      announce: (lines) =>
        count(lines, {
          one: '# nouvelle ligne dans la transcription',
          other: '# nouvelles lignes dans la transcription',
        }),
      gap: (minutes) => `${figure(minutes)} min sans parole`,
      tools: 'Rechercher et exporter',
    },
  }) satisfies Words;
