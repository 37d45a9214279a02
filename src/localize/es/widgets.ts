import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What stands beside a conversation, in Spanish. */
export const widgets = ({ figure, count, own }: Grammar) =>
  ({
    'session-notes': {
      title: 'Notas',
      placeholder: 'Escribir una nota',
      save: 'Guardar',
      empty: 'Aún no hay notas.',
      unsaved: 'Aún sin guardar',
      saved: (who, when) =>
        `Guardado${who === '' ? '' : ` por ${own(who)}`}${when === '' ? '' : `${who === '' ? '' : ','} ${own(when)}`}`,
      you: 'usted',
      tooLong: (over) =>
        count(over, {
          one: 'A las notas les sobra # carácter para poder guardarse.',
          other: 'A las notas les sobran # caracteres para poder guardarse.',
        }),
      otherVersion: 'Otra versión suya:',
      overtaken: (who) => `${who === '' ? 'Alguien' : own(who)} ha guardado otras notas mientras usted escribía:`,
      keepBoth: 'Conservar ambas',
      useTheirs: 'Usar estas',
      keepMine: 'Conservar solo las mías',
      theirsEmpty: 'Se han quitado todas las notas.',
      willBeGone: 'Este servicio no conserva nada de una sesión: sus notas desaparecen cuando termina.',
      notKept: 'Las notas de esta sesión no se han conservado.',
      unchangeable: 'Estas notas son demasiado largas para cambiarlas aquí.',
      unsupported: 'Este centro de contacto no conserva notas.',
      unsavable: 'Lo que ha escrito solo se puede copiar:',
      toNote: { offered: 'Acéptela para escribir notas.' },
      notNow: 'Ahora no se pueden guardar notas.',
    },
    'codes-tags': {
      title: 'Códigos y etiquetas',
      primary: 'Código primario',
      secondary: 'Código secundario',
      none: 'Ninguno',
      required: 'obligatorio',
      chosen: 'elegido',
      toChoose: 'Intro para elegir',
      searchCode: 'Escriba para buscar',
      found: (found, all) => `${figure(found)} de ${figure(all)}`,
      more: (codes) => `${figure(codes)} más: escriba para acotar`,
      missing: { primary: 'Elija un código primario.', secondary: 'Elija un código secundario.' },
      toSet: { offered: 'Acéptela para poner códigos y etiquetas.' },
      tags: 'Etiquetas',
      addTag: 'Añadir una etiqueta',
      addTagHint: 'Escriba o pegue, y pulse Intro',
      removeTag: (tag) => `Quitar la etiqueta ${own(tag)}`,
      earlierTags: (tags, hidden) => `Mostrar ${figure(tags)} de ${figure(hidden)} etiquetas anteriores`,
      tagsAdded: (added, known) => {
        if (known === 0) return count(added, { one: '# etiqueta añadida.', other: '# etiquetas añadidas.' });
        if (added === 0) return count(known, { one: 'Esta etiqueta ya está.', other: 'Las # ya están.' });
        return `${count(added, { one: '# añadida', other: '# añadidas' })}, ${count(known, { one: '# ya estaba.', other: '# ya estaban.' })}`;
      },
      tagsTooLong: (most) =>
        count(most, {
          one: 'Una etiqueta tiene como máximo # carácter: las más largas no se han añadido.',
          other: 'Una etiqueta tiene como máximo # caracteres: las más largas no se han añadido.',
        }),
      tagsTooMany: (most, left) =>
        `${count(most, { one: 'Una sesión admite como máximo # etiqueta', other: 'Una sesión admite como máximo # etiquetas' })}: ${count(left, { one: '# no se ha añadido.', other: '# no se han añadido.' })}`,
      unsaved: 'Sin guardar en este dispositivo',
      begun: 'Se eligió aquí y no llegó al centro de contacto.',
      suggestions: 'Etiquetas sugeridas',
      suggested: 'Sugerido por IA',
      suggestedCount: (count) => `Sugerido por IA: ${figure(count)}`,
      suggestedTag: 'Etiqueta',
      insteadOf: (code) => `en lugar de ${own(code)}`,
      apply: 'Aplicar',
      applyAll: 'Aplicar todo',
      noCodes: 'Este servicio no tiene códigos.',
      unknownCode: (id) => `${own(id)} (ya no se ofrece)`,
    },
    'conversation-context': {
      title: 'Contexto de la conversación',
      none: 'Este servicio no tiene elementos de contexto.',
      newTab: 'se abre en una pestaña nueva',
      waiting: (names) => `A la espera de ${own(names)}`,
      missing: (names) => `Sin valor para ${own(names)}`,
      notKept: 'Los datos de contexto de esta sesión no se han conservado.',
      notRecorded: 'No tenía dirección cuando terminó esta sesión.',
      unsafeTemplate: 'Su dirección no es una dirección web segura. Quien configura este servicio puede corregirla.',
      unsafeValue: (names) => `El valor de ${own(names)} no puede formar parte de una dirección web.`,
      blocked: 'El navegador no ha dejado que se abra por sí solo. Permita las ventanas emergentes o ábralo aquí:',
      late: 'La dirección llegó demasiado tarde para abrirse por sí sola:',
    },
    'embedded-context': {
      title: 'Contexto incrustado',
      none: 'Este servicio no muestra aquí ninguna página.',
      open: 'Abrir en una pestaña nueva',
      goIn: 'Entrar en la página',
      loading: (host) => `A la espera de ${own(host)}…`,
      silent: (host) => `${own(host)} no responde.`,
      forbidden: (host) =>
        `Esta página no puede mostrar ${own(host)}. Quien la gestiona puede añadir ese sitio a su política de seguridad (frame-src).`,
      flooding: (host) =>
        `${own(host)} envió tantos mensajes que esta página se habría detenido, así que se cerró. Lo escrito allí y no guardado se ha perdido.`,
      heldBack: (host) =>
        `${own(host)} sigue quitando el teclado de donde usted escribe, así que está oculto hasta que pare. Nada se pierde en él.`,
      insecure: 'Aquí solo se pueden mostrar páginas seguras (https).',
      ownPage: 'Esta dirección lleva de vuelta a la página en la que está, así que se cerró.',
      nothingToSee: '¿No ve nada? Algunos sitios prohíben mostrarse dentro de otras páginas.',
      unsaved: 'Datos sin guardar',
      moved: 'La dirección de esta página ha cambiado. Al cargarla de nuevo se pierde lo escrito y no guardado.',
      reload: 'Cargar la nueva dirección',
      letGo: (titles) => `Cerrado para hacer sitio: ${own(titles)}. Lo escrito allí y no guardado se ha perdido.`,
    },
  }) satisfies Words;
