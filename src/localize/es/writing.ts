import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said where agents write, in Spanish. */
export const writing = ({ figure, percent, count, own }: Grammar) =>
  ({
    'message-composer': {
      failed: 'No se ha podido mostrar esto.',
      retry: 'Reintentar',
      title: 'Mensaje',
      loading: 'Cargando el editor…',
      send: 'Enviar',
      toolbar: 'Formato',
      bold: 'Negrita',
      italic: 'Cursiva',
      strike: 'Tachado',
      link: 'Enlace',
      bulletList: 'Lista con viñetas',
      numberedList: 'Lista numerada',
      code: 'Código',
      linkAddress: 'Dirección del enlace',
      linkHint: 'https://…',
      linkUnsafe: 'Esta dirección no se puede abrir. Empieza por https://, mailto: o tel:.',
      applyLink: 'Aplicar',
      removeLink: 'Quitar enlace',
      count: (length) => count(length, { one: '# carácter', other: '# caracteres' }),
      countOf: (length, most) => `${figure(length)} de ${figure(most)}`,
      tooMany: (over) => count(over, { one: '# carácter de más', other: '# caracteres de más' }),
      tooLong: 'El mensaje es demasiado largo para este canal.',
      plainOnly: 'No se ha podido cargar el editor. Se puede enviar texto sin formato.',
      unsaved: 'Sin guardar en este dispositivo',
      otherVersion: 'Escrito también en otra pestaña:',
      useOther: 'Usar este',
      discardOther: 'Descartar',
      filesLeftOut: (files) =>
        count(files, {
          one: 'El archivo no se ha añadido: desde aquí no se pueden enviar archivos. Su texto sigue como estaba.',
          other: 'Los archivos no se han añadido: desde aquí no se pueden enviar archivos. Su texto sigue como estaba.',
        }),
      attach: 'Adjuntar archivos',
      attached: 'Archivos adjuntos',
      unnamedFile: 'Archivo sin nombre',
      removeFile: (name) => `Quitar ${own(name)}`,
      uploadAgain: (name) => `Subir de nuevo ${own(name)}`,
      remove: 'Quitar',
      cancel: 'Cancelar',
      progressOf: (name) => `Subida de ${own(name)}`,
      sentOf: (done, size) => `${percent(done)} de ${own(size)}`,
      fileLost: 'No subido: su página se cerró, o aún lo está subiendo. Adjúntelo de nuevo o quítelo.',
      filesUnderWay: 'Se puede enviar cuando los archivos estén subidos.',
      filesMissing: 'No se ha subido un archivo. Inténtelo de nuevo o quítelo, y envíe.',
      filesThere: (files) => count(files, { one: 'El archivo está adjunto.', other: '# archivos están adjuntos.' }),
      uploadFailed: {
        'too-large': 'Demasiado grande para este canal.',
        'not-taken': 'Este canal no lo admite.',
        'unknown-session': 'Esta conversación ha terminado.',
        unreachable: 'La subida se interrumpió.',
        cancelled: 'La subida se canceló.',
        failed: 'La subida ha fallado.',
      },
      fileRefused: {
        folder: () => 'No se pueden adjuntar carpetas. Adjunte los archivos que contienen.',
        empty: (name) => `${own(name)} está vacío y no se ha añadido.`,
        type: (name) => `${own(name)} no se ha añadido: este canal no admite archivos de este tipo.`,
        'too-big': (name) => `${own(name)} no se ha añadido: es demasiado grande para este canal.`,
        'too-many': (name) =>
          `${own(name)} no se ha añadido: el mensaje ya tiene todos los archivos que admite este canal.`,
      },
      filesRefused: {
        folder: () => 'No se pueden adjuntar carpetas. Adjunte los archivos que contienen.',
        empty: (files) => `${filesWere(count, files)}: vacío.`,
        type: (files) => `${filesWere(count, files)}: este canal no admite archivos de este tipo.`,
        'too-big': (files) => `${filesWere(count, files)}: demasiado grande para este canal.`,
        'too-many': (files) =>
          `${filesWere(count, files)}: el mensaje ya tiene todos los archivos que admite este canal.`,
      },
      quickReplies: 'Respuestas rápidas',
      foundReplies: (replies) =>
        `${count(replies, { one: '# respuesta rápida', other: '# respuestas rápidas' })}. Elija con las flechas.`,
      noReply: 'Ninguna respuesta rápida se llama así.',
    },
  }) satisfies Words;

const filesWere = (count: Grammar['count'], files: number): string =>
  count(files, { one: '# archivo no añadido', other: '# archivos no añadidos' });
