import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What is said where agents write, in Arabic. */
export const writing = ({ figure, percent, count, own }: Grammar) =>
  ({
    'message-composer': {
      failed: 'تعذّر عرض هذا.',
      retry: 'إعادة المحاولة',
      title: 'رسالة',
      loading: 'جارٍ تحميل المحرر…',
      send: 'إرسال',
      toolbar: 'التنسيق',
      bold: 'غامق',
      italic: 'مائل',
      strike: 'يتوسطه خط',
      link: 'رابط',
      bulletList: 'قائمة نقطية',
      numberedList: 'قائمة مرقمة',
      code: 'رمز برمجي',
      linkAddress: 'عنوان الرابط',
      linkHint: 'https://…',
      linkUnsafe: 'لا يمكن فتح هذا العنوان. يبدأ بـ https:// أو mailto: أو tel:.',
      applyLink: 'تطبيق',
      removeLink: 'إزالة الرابط',
      count: (length) => characters(count, length),
      countOf: (length, most) => `${figure(length)} من ${figure(most)}`,
      tooMany: (over) => `زيادة ${characters(count, over)}`,
      tooLong: 'الرسالة أطول مما تقبله هذه القناة.',
      plainOnly: 'تعذّر تحميل المحرر. يمكن إرسال نص عادي.',
      unsaved: 'لم يُحفظ على هذا الجهاز',
      otherVersion: 'كُتب أيضًا في علامة تبويب أخرى:',
      useOther: 'استخدام هذا',
      discardOther: 'تجاهل',
      filesLeftOut: (files) =>
        count(files, {
          one: 'لم يُضف الملف: لا يمكن إرسال ملفات من هنا. بقي نصك كما كان.',
          two: 'لم يُضف الملفان: لا يمكن إرسال ملفات من هنا. بقي نصك كما كان.',
          few: 'لم تُضف هذه الملفات: لا يمكن إرسال ملفات من هنا. بقي نصك كما كان.',
          other: 'لم تُضف الملفات: لا يمكن إرسال ملفات من هنا. بقي نصك كما كان.',
        }),
      attach: 'إرفاق ملفات',
      attached: 'الملفات المرفقة',
      unnamedFile: 'ملف بلا اسم',
      removeFile: (name) => `إزالة ${own(name)}`,
      uploadAgain: (name) => `رفع ${own(name)} من جديد`,
      remove: 'إزالة',
      cancel: 'إلغاء',
      progressOf: (name) => `رفع ${own(name)}`,
      sentOf: (done, size) => `${percent(done)} من ${own(size)}`,
      fileLost: 'لم يُرفع: أُغلقت صفحته أو ما زالت ترفعه. يُرجى إرفاقه من جديد أو إزالته.',
      filesUnderWay: 'يمكن الإرسال عند اكتمال رفع الملفات.',
      filesMissing: 'لم يُرفع أحد الملفات. يُرجى إعادة المحاولة أو إزالته ثم الإرسال.',
      filesThere: (files) =>
        count(files, {
          one: 'الملف مرفق.',
          two: 'أُرفق ملفان.',
          few: 'أُرفقت # ملفات.',
          many: 'أُرفق # ملفًا.',
          other: 'أُرفق # ملف.',
        }),
      uploadFailed: {
        'too-large': 'أكبر مما تقبله هذه القناة.',
        'not-taken': 'لا تقبله هذه القناة.',
        'unknown-session': 'انتهت هذه المحادثة.',
        unreachable: 'انقطع الرفع.',
        cancelled: 'أُلغي الرفع.',
        failed: 'فشل الرفع.',
      },
      fileRefused: {
        folder: () => 'لا يمكن إرفاق مجلدات. يُرجى إرفاق الملفات التي فيها.',
        empty: (name) => `${own(name)} فارغ ولم يُضف.`,
        type: (name) => `لم يُضف ${own(name)}: لا تقبل هذه القناة ملفات من هذا النوع.`,
        'too-big': (name) => `لم يُضف ${own(name)}: أكبر مما تقبله هذه القناة.`,
        'too-many': (name) => `لم يُضف ${own(name)}: في الرسالة كل ما تقبله هذه القناة من ملفات.`,
      },
      filesRefused: {
        folder: () => 'لا يمكن إرفاق مجلدات. يُرجى إرفاق الملفات التي فيها.',
        empty: (files) => `${filesWere(count, files)}: فارغ.`,
        type: (files) => `${filesWere(count, files)}: لا تقبل هذه القناة ملفات من هذا النوع.`,
        'too-big': (files) => `${filesWere(count, files)}: أكبر مما تقبله هذه القناة.`,
        'too-many': (files) => `${filesWere(count, files)}: في الرسالة كل ما تقبله هذه القناة من ملفات.`,
      },
      quickReplies: 'ردود سريعة',
      foundReplies: (replies) =>
        `${count(replies, { one: 'رد سريع واحد', two: 'ردان سريعان', few: '# ردود سريعة', many: '# ردًا سريعًا', other: '# رد سريع' })}. الاختيار بمفاتيح الأسهم.`,
      noReply: 'لا يوجد رد سريع بهذا الاسم.',
    },
  }) satisfies Words;

const characters = (count: Grammar['count'], length: number): string =>
  count(length, { one: 'حرف واحد', two: 'حرفان', few: '# أحرف', many: '# حرفًا', other: '# حرف' });

const filesWere = (count: Grammar['count'], files: number): string =>
  count(files, {
    one: 'لم يُضف ملف واحد',
    two: 'لم يُضف ملفان',
    few: 'لم تُضف # ملفات',
    many: 'لم يُضف # ملفًا',
    other: 'لم يُضف # ملف',
  });
