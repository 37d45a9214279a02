import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { inEveryModality } from '../in-every-modality.js';

/** What is said around a session and on its way out, in French. */
export const session = ({ figure, count, and, or, own }: Grammar) =>
  ({
    controls: {
      label: 'Commandes de la tâche',
      parkFirst: (what) => `Parquer, puis ${what.toLocaleLowerCase('fr')}`,
      parkFirstHint: (title) => `Une seule session est active à la fois : ${own(title)} doit d’abord être parquée.`,
      notParked: (title, reason) => `${own(title)} n’a pas pu être parquée. ${own(reason)}`,
      notDone: {
        'session.accept': 'Non accepté',
        'session.decline': 'Non refusé',
        'session.park': 'Non parqué',
        'session.unpark': 'Non récupéré',
        'session.hold': 'Non mis en attente',
        'session.resume': 'Non repris',
        'session.end': 'Non terminé',
        'session.transfer': 'Non transféré',
        'after-call-work.finish': 'Post-appel non terminé',
        'after-call-work.extend': 'Post-appel non prolongé',
      },
      confirmEndParked: 'Terminer cette tâche parquée ? Le client n’est pas prévenu.',
      ringsFor: 'sonne encore',
      parkPauses: {
        transcription: 'La transcription s’interrompt tant que la tâche est parquée.',
        supervision: 'La supervision s’arrête et ne revient pas d’elle-même.',
      },
      notNow: 'C’est impossible pour le moment.',
      underway: (verb) =>
        `${verb === undefined ? 'Votre dernière action' : `« ${own(verb)} »`} est encore en cours : une chose à la fois.`,
      extendBy: (duration) => `Un nouveau décompte de ${own(duration)} commence ; ce qui reste n’est pas ajouté.`,
      extendedOnce: 'Le post-appel peut être prolongé une fois.',
      workEnds: (seconds) =>
        count(seconds, {
          one: 'Le post-appel se termine dans # seconde.',
          other: 'Le post-appel se termine dans # secondes.',
        }),
      runsToItsEnd: 'Le post-appel de ce service va jusqu’à son terme.',
      workForCallsOnly:
        'Avec le traitement en parallèle, seuls les appels qui ne sont pas parqués à leur fin ont un post-appel.',
      unparkHint: 'En attente que vous répondiez à l’invitation sur votre téléphone ou casque.',
    },
    verb: {
      'session.accept': 'Accepter',
      'session.decline': 'Refuser',
      'session.park': 'Parquer',
      'session.unpark': 'Récupérer',
      'session.hold': 'Attente',
      'session.resume': 'Reprendre',
      'session.end': 'Terminer',
      'session.transfer': 'Transférer',
      'after-call-work.finish': 'Terminer',
      'after-call-work.extend': 'Prolonger',
    },
    widget: {
      'session-details': 'Détails de la session',
      'session-map': 'Carte',
      'codes-tags': 'Codes et étiquettes',
      'conversation-context': 'Contexte de la conversation',
      'embedded-context': 'Contexte intégré',
      'companion-chat': 'Compagnon',
      'transcript-view': 'Transcription',
      'live-caption': 'Sous-titres en direct',
      'session-summary': 'Résumé',
      'session-notes': 'Notes',
    },
    pane: {
      tabs: 'Parties de cette session',
      conversation: 'Conversation',
      customer: 'Client',
      details: 'Détails',
      unsaved: 'non enregistré',
      closeTab: 'Fermer (Suppr)',
      closeQuestion: (label) => `${own(label)} contient une saisie non enregistrée. La fermeture la fait perdre.`,
      closeAnyway: 'Fermer et la perdre',
      split: 'Largeur des deux parties',
      connected: 'Connecté',
      connectedSince: (moment) => `Connecté depuis ${own(moment)}, quel qu’ait été son état entre-temps`,
      stateSince: (state, moment) => `${own(state)} depuis ${own(moment)}`,
      workUntil: (moment) => `Le post-appel dure jusqu’à ${own(moment)}`,
      workForCallsOnly: 'après les appels actifs seulement',
      workUnlimited: 'Le post-appel dure jusqu’à ce que vous le terminiez',
      captionsRest: 'Sous-titres : désactivés à côté de la transcription',
      nothingYet: (names) => `Rien à afficher pour l’instant : ${and(names.map(own))}.`,
      nothing: (names) => `Rien à afficher : ${and(names.map(own))}.`,
    },
    'session-leave': {
      leave: 'Quitter',
      question: (title) => `Quitter ${own(title)} ?`,
      way: { end: 'Terminer', release: 'Libérer', hide: 'Masquer', close: 'Fermer' },
      finish: 'Terminer',
      consequence: {
        over: {
          'audio-video': 'L’appel est coupé et terminé.',
          im: 'Le tchat est terminé pour le client aussi.',
          email: 'L’e-mail est considéré comme traité ; aucune autre réponse ne part.',
          external: 'La tâche est achevée.',
          other: 'La session est terminée pour l’autre partie aussi.',
        },
        'over-unwarned': inEveryModality('L’appel est terminé ; qui patiente en musique est coupé sans avertissement.'),
        'over-afresh': inEveryModality(
          'Le tchat est terminé ; si le client écrit à nouveau, un autre commence sans cet historique.',
        ),
        aborted: {
          'audio-video': 'La sonnerie s’arrête de l’autre côté.',
          im: 'Le tchat est terminé avant d’avoir commencé.',
          email: 'L’e-mail est considéré comme traité ; aucune réponse ne part.',
          external: 'La tâche est achevée.',
          other: 'La session est terminée avant d’avoir commencé.',
        },
        worked: inEveryModality('Votre post-appel est fait ; de nouvelles tâches peuvent arriver.'),
        queued: {
          'audio-video':
            'L’appel retourne dans la file d’attente, en musique, jusqu’à ce que quelqu’un d’autre réponde.',
          im: 'Le tchat retourne dans la file d’attente ; quelqu’un d’autre le poursuit.',
          email: 'L’e-mail retourne dans la file d’attente pour quelqu’un d’autre.',
          external: 'La tâche retourne dans la file d’attente pour quelqu’un d’autre.',
          other: 'Cela retourne dans la file d’attente pour quelqu’un d’autre.',
        },
        waiting: inEveryModality(
          'Le tchat attend que le client écrive à nouveau ; d’ici là, il n’occupe aucune de vos places.',
        ),
        hidden: inEveryModality(
          'La session reste à vous et garde sa place ; vous la trouvez dans les éléments de travail.',
        ),
        'hidden-till-written': inEveryModality(
          'La session reste à vous et garde sa place ; un nouveau message la ramène, et vous la trouvez dans les éléments de travail.',
        ),
        closed: inEveryModality(
          'La session disparaît de votre liste et peut être rouverte. Personne d’autre n’en est informé.',
        ),
      },
      waitsFor: (days) =>
        count(days, {
          one: 'Après # jour sans message, il est terminé.',
          other: 'Après # jours sans message, il est terminé.',
        }),
      unfinished: 'Inachevé ici :',
      kind: {
        message: 'Un message non envoyé',
        reply: 'Une réponse non envoyée',
        sending: 'Envoyé, mais pas encore reçu',
        tag: 'Une étiquette saisie et non ajoutée',
        notes: 'Des notes non enregistrées',
        codes: 'Des codes ou étiquettes pas encore enregistrés',
        page: 'Une page dont la saisie n’est pas enregistrée',
      },
      thing: {
        message: 'le message',
        reply: 'la réponse',
        sending: 'ce qui n’est pas encore reçu',
        tag: 'l’étiquette',
        notes: 'les notes',
        codes: 'les codes et étiquettes',
        page: 'la saisie dans la page',
      },
      fate: {
        lost: (things) => `Sera perdu : ${and(things)}.`,
        back: (things) => `Gardé pour vous en cas de retour : ${and(things)}.`,
        stays: (things) => `Reste : ${and(things)}.`,
      },
      notReleased: 'Non libéré',
    },
    'transfer-dialog': {
      label: (kinds) =>
        `Transférer vers ${or(kinds.map((kind) => ({ service: 'un service', agent: 'une personne', number: 'un numéro de téléphone' })[kind]))}`,
      list: 'Destinations possibles',
      kind: { service: 'Service', agent: 'Personne', number: 'Numéro' },
      load: (used, limit) =>
        limit === undefined
          ? count(used, { one: '# tâche', other: '# tâches' })
          : `${figure(used)} sur ${count(limit, { one: '# tâche', other: '# tâches' })}`,
      stop: {
        'after-call-work': 'en post-appel',
        session: 'occupé par une tâche',
        'total-limit': 'pas de place pour une autre tâche',
        'modality-limit': 'pas de place pour une autre de ce type',
        'modality-disabled': 'ne traite pas ce type de tâche',
      },
      found: (targets) =>
        targets === 0 ? 'Rien ne correspond.' : count(targets, { one: '# destination', other: '# destinations' }),
      more: (targets) => `${figure(targets)} de plus : saisissez pour les trouver`,
      nothing: 'Il n’y a nulle part où transférer ceci.',
      notANumber: 'Écrivez le numéro complet, avec + et l’indicatif du pays, par exemple +47 21 55 01 00.',
      choose: 'Choisissez la destination dans la liste.',
      notNow: (name, reason) => `${own(name)} : ${own(reason)}.`,
    },
  }) satisfies Words;
