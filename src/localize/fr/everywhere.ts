import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said wherever a session is shown, in French. */
export const everywhere = ({ figure, count, own }: Grammar) =>
  ({
    common: {
      failed: 'Impossible d’afficher ceci.',
      retry: 'Réessayer',
      dismiss: 'Masquer',
      loading: 'En attente des premières données.',
      loadingPart: 'Chargement…',
      loadingLong: 'Toujours en chargement. Si cela dure, rechargez la page.',
      noSession: 'Aucune session sélectionnée.',
      unknownSession: 'Cette session n’est pas connue ici.',
      notAvailable: 'Indisponible',
      showMore: 'Afficher plus',
      saving: 'Enregistrement',
      notSaved: 'Non enregistré',
      whenConnected: 'Sera envoyé une fois la connexion rétablie',
      cancel: 'Annuler',
    },
    modality: { 'audio-video': 'Appel', im: 'Tchat', email: 'E-mail', external: 'Tâche externe', record: 'Fiche' },
    capacity: {
      title: 'Capacité de tâches',
      total: 'Tâches',
      figure: (what: string, used: number, limit: number | undefined) =>
        limit === undefined ? `${own(what)} : ${figure(used)}` : `${own(what)} : ${figure(used)} sur ${figure(limit)}`,
      full: 'complet',
      over: 'au-delà de la capacité',
      available: 'Disponible',
      notAvailable: 'Indisponible',
      off: 'Le traitement de tâches en parallèle est désactivé pour cette personne.',
    },
    session: {
      untitled: 'Appelant inconnu',
      anonymous: 'Appelant anonyme',
      failure: (action, reason) =>
        `${{ park: 'Échec du parcage', unpark: 'Échec de la récupération', transfer: 'Échec du transfert' }[action]}${reason && ` : ${own(reason)}`}`,
    },
    state: {
      offered: 'Entrant',
      accepted: 'Connexion',
      active: 'En cours',
      held: 'En attente',
      parking: 'Parcage',
      parked: 'Parqué',
      unparking: 'En attente de connexion',
      transferring: 'Transfert en cours',
      'after-call-work': 'Post-appel',
      ended: 'Terminé',
      opened: 'Ouvert',
    },
    stateSentence: {
      offered: 'Cette tâche n’est pas encore acceptée.',
      accepted: 'Cette tâche est en cours de connexion.',
      held: 'Cette tâche est mise en attente.',
      parking: 'Cette tâche est en cours de parcage.',
      parked: 'Cette tâche est parquée.',
      unparking: 'Cette tâche attend d’être connectée.',
      transferring: 'Cette tâche est en cours de transfert.',
      'after-call-work': 'Cette conversation est terminée.',
      ended: 'Cette conversation est terminée.',
    },
    commandFailure: {
      'not-allowed': 'Ce n’est pas permis pour le moment.',
      'at-capacity': 'Aucune place libre pour cette tâche.',
      'unknown-session': 'La tâche n’existe plus.',
      unreachable: 'Le centre de contact n’a pas répondu.',
      failed: 'Le centre de contact n’a pas pu le faire.',
    },
    list: {
      title: 'Sessions',
      section: { offered: 'Entrantes', active: 'En cours', parked: 'Parquées', history: 'Historique' },
      unread: (title, updates) =>
        `${own(title)}. ${count(updates, { one: '# nouveauté', other: '# nouveautés' })} dans votre conversation`,
      attention: (title) => `${own(title)}. Votre conversation demande une attention urgente`,
      sentFiles: (files, first) =>
        files === 1
          ? `Fichier envoyé : ${own(first)}`
          : count(files, { one: '# fichier envoyé', other: '# fichiers envoyés' }),
      sign: {
        missed: 'manqué',
        declined: 'refusé',
        cancelled: 'annulé',
        taken: 'pris',
        assigned: 'attribué',
        failed: 'échoué',
        'hung-up': 'raccroché',
        voicemail: 'messagerie',
        transferred: 'transféré',
      },
      transferredTo: (target) => `vers ${own(target)}`,
      search: 'Rechercher dans l’historique',
      found: (sessions) =>
        sessions === 0
          ? 'Rien dans l’historique ne correspond.'
          : count(sessions, { one: '# session trouvée', other: '# sessions trouvées' }),
      unfinishedWork: 'Post-appel',
      come: 'Nouvelles',
      waiting: (sessions) => count(sessions, { one: '# nouvelle', other: '# nouvelles' }),
      older: 'Afficher les plus anciennes',
      noHistory: 'L’historique n’a pas pu être chargé.',
      olderFailed: 'Les sessions plus anciennes n’ont pas pu être chargées.',
    },
    connection: {
      status: {
        connecting: 'Connexion',
        live: 'En direct',
        reconnecting: 'Reconnexion',
        offline: 'Hors ligne',
        'signed-out': 'Déconnecté',
      },
      asOf: (moment) => `état à ${own(moment)}`,
      signedOut: 'Vous êtes déconnecté : rien de nouveau n’arrive.',
      notAnAgent: 'Aucun espace de travail',
      whyNotAnAgent: 'Vous êtes connecté, mais pas comme agent : il n’y a pas d’espace de travail pour vous ici.',
      of: (name, word) => `${own(name)}\u00A0: ${word}`,
      signedOutOf: (name) => `Vous êtes déconnecté de ${own(name)} : rien de nouveau n’en arrive.`,
      whyNotAnAgentOf: (name) =>
        `Vous êtes connecté à ${own(name)}, mais pas comme agent : il n’y a pas d’espace de travail pour vous là-bas.`,
      signIn: 'Se connecter',
      notYet:
        'Il n’y a pas encore de connexion au centre de contact. De nouveaux essais se font d’eux-mêmes ; si aucun n’aboutit, prévenez votre support.',
      noNetwork: 'Cet appareil n’a pas de réseau. Vous serez connecté dès son retour.',
      discarded: (things) =>
        count(things, {
          one: 'Une action faite la dernière fois est restée sans réponse et a été abandonnée. Vérifiez si elle a été effectuée.',
          other:
            '# actions faites la dernière fois sont restées sans réponse et ont été abandonnées. Vérifiez si elles ont été effectuées.',
        }),
      spoken: (word) => `Connexion : ${own(word)}`,
    },
    announcement: {
      started: (all) => count(all, { one: '# nouvelle session', other: '# nouvelles sessions' }),
      offered: (all) => count(all, { one: '# tâche entrante', other: '# tâches entrantes' }),
      ended: (all) => count(all, { one: '# session terminée', other: '# sessions terminées' }),
      failed: (title, failure) => `${own(title)} : ${own(failure)}`,
      failedMany: (all) =>
        count(all, { one: '# action n’a pas été effectuée', other: '# actions n’ont pas été effectuées' }),
      messages: (all, title) =>
        `${count(all, { one: '# nouveau message', other: '# nouveaux messages' })} : ${own(title)}`,
      messagesIn: (all, sessions) =>
        `${count(all, { one: '# nouveau message', other: '# nouveaux messages' })} dans ${count(sessions, { one: '# session', other: '# sessions' })}`,
    },
    notice: {
      offer: {
        'audio-video': 'Nouvel appel',
        im: 'Nouveau tchat',
        email: 'Nouvel e-mail',
        external: 'Nouvelle tâche externe',
      },
      otherOffer: 'Nouvelle tâche',
      message: 'Nouveau message',
      about: (parts) => parts.map(own).join(' · '),
    },
    direction: { inbound: 'Entrant', outbound: 'Sortant', none: '' },
    result: {
      voicemail: 'Messagerie vocale',
      'hangup-before-accept': 'Raccroché avant acceptation',
      'hangup-in-ivr': 'Raccroché dans le SVI',
      'hangup-in-queue': 'Raccroché dans la file d’attente',
      'hangup-in-ivr-after-queue': 'Raccroché dans le SVI après la file d’attente',
      'hangup-by-workflow': 'Raccroché par le workflow',
      'accepted-by-user': 'Accepté par une personne',
      'transferred-by-workflow': 'Transféré par le workflow',
      'transferred-by-user': 'Transféré par une personne',
      'transfer-failed': 'Échec du transfert',
      'destination-accepted': 'Accepté par le destinataire',
      'destination-declined': 'Refusé par le destinataire',
      'destination-not-reached': 'Destinataire non joint',
      'user-aborted': 'Interrompu par une personne',
      'lost-in-queue': 'Perdu dans la file d’attente',
      'cancelled-by-external-system': 'Annulé par le système externe',
      'marked-as-handled-by-user': 'Marqué comme traité par une personne',
      'marked-as-handled-by-workflow': 'Marqué comme traité par le workflow',
      'standby-duty-accepted': 'Accepté par l’astreinte',
    },
    offerOutcome: {
      accepted: 'Accepté',
      declined: 'Refusé',
      missed: 'Manqué (RONA)',
      cancelled: 'Annulé avant votre réponse',
      taken: 'Pris par quelqu’un d’autre',
      assigned: 'Attribué sans demander',
    },
    sentiment: {
      'very-negative': 'Très négatif',
      negative: 'Négatif',
      'slightly-negative': 'Plutôt négatif',
      neutral: 'Neutre',
      'slightly-positive': 'Plutôt positif',
      positive: 'Positif',
      'very-positive': 'Très positif',
    },
    speaker: {
      agent: 'Agent',
      customer: 'Client',
      colleague: 'Collègue',
      supervisor: 'Superviseur',
      bot: 'Bot',
      system: 'Système',
      unknown: 'Voix',
    },
    attachment: {
      unnamed: 'Fichier sans nom',
      showPicture: 'Afficher l’image',
      showPictureOf: (name) => `Afficher l’image ${own(name)}`,
      noPicture: 'L’image ne peut pas être affichée ici.',
      opens: 's’ouvre dans un nouvel onglet',
    },
    transcriptAway: {
      reading: 'Chargement de ce qui a été dit…',
      unreachable: 'Ce qui a été dit n’a pas pu être chargé. Un nouvel essai est fait quand vous y revenez.',
      gone: 'Ce qui a été dit n’est plus là : le centre de contact ne le conserve plus.',
    },
    record: {
      open: (kind, title) => `Ouvrir ${own(kind)} : ${own(title)}`,
      inBackground: (name) => `${own(name)}. Maj : en arrière-plan`,
      title: 'Ouvrir comme session',
    },
    sessionLimit: {
      is: {
        free: (open, limit) => `Sessions ouvertes : ${figure(open)} sur ${figure(limit)}.`,
        near: (open, limit) =>
          `Sessions ouvertes : ${figure(open)} sur ${figure(limit)}. Une de plus peut être ouverte.`,
        full: (open, limit) =>
          `Sessions ouvertes : ${figure(open)} sur ${figure(limit)}. Quittez-en une avant d’en ouvrir une autre.`,
      },
      hideIdle: (sessions) => count(sessions, { one: 'Masquer l’inactive', other: 'Masquer # inactives' }),
      refused: (title) => `${own(title)} n’a pas été ouvert.`,
    },
    unsent: {
      question: 'Vous n’avez pas envoyé ce que vous avez écrit. Ensuite, il ne sera plus possible de l’envoyer :',
      goOn: (verb) => `${own(verb)} sans envoyer`,
    },
    notConnected: {
      outside: (provider) => `Non connecté : ceci doit se trouver dans un ${own(`<${provider}>`)}.`,
      undefined: (provider) => `Non connecté : le ${own(`<${provider}>`)} qui entoure ceci n’est pas défini.`,
      foreign: (provider) =>
        `Non connecté : le ${own(`<${provider}>`)} qui entoure ceci est d’une autre version, ou n’est pas un fournisseur.`,
      idle: (provider) => `Non connecté : le ${own(`<${provider}>`)} qui entoure ceci n’a pas encore de passerelle.`,
      failed: (provider) =>
        `Non connecté : le ${own(`<${provider}>`)} qui entoure ceci n’a pas pu ouvrir sa passerelle.`,
    },
    absence: {
      'unknown-service': 'La configuration ne connaît pas ce service.',
      'service-not-licensed': 'Le service n’a pas de licence pour cela.',
      'feature-off': 'La fonction est désactivée pour ce service.',
      'widget-off': 'Le responsable du service ne l’a pas activé.',
      'tenant-not-licensed': 'Votre organisation n’a pas de licence pour cela.',
      'user-not-licensed': 'Vous n’avez pas de licence pour cela.',
      'no-recognizer': 'Aucune reconnaissance vocale n’est configurée pour ce service.',
      'no-data': 'Il n’y a rien à afficher pour cette session.',
    },
  }) satisfies Words;
