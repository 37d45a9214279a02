import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';

/** What stands beside a conversation, in Arabic. */
export const widgets = ({ figure, count, own }: Grammar) =>
  ({
    'session-notes': {
      title: 'الملاحظات',
      placeholder: 'كتابة ملاحظة',
      save: 'حفظ',
      empty: 'لا توجد ملاحظات بعد.',
      unsaved: 'لم يُحفظ بعد',
      saved: (who, when) =>
        `حُفظ${who === '' ? '' : ` بواسطة ${own(who)}`}${when === '' ? '' : `${who === '' ? '' : '،'} ${own(when)}`}`,
      you: 'أنت',
      tooLong: (over) =>
        count(over, {
          one: 'الملاحظات أطول بحرف واحد من أن تُحفظ.',
          two: 'الملاحظات أطول بحرفين من أن تُحفظ.',
          few: 'الملاحظات أطول بـ # أحرف من أن تُحفظ.',
          many: 'الملاحظات أطول بـ # حرفًا من أن تُحفظ.',
          other: 'الملاحظات أطول بـ # حرف من أن تُحفظ.',
        }),
      otherVersion: 'نسخة أخرى لك:',
      overtaken: (who) => `حفظ ${who === '' ? 'شخص ما' : own(who)} ملاحظات أخرى أثناء كتابتك:`,
      keepBoth: 'الاحتفاظ بكلتيهما',
      useTheirs: 'استخدام هذه',
      keepMine: 'الاحتفاظ بملاحظاتي فقط',
      theirsEmpty: 'أُزيلت كل الملاحظات.',
      willBeGone: 'لا تحتفظ هذه الخدمة بشيء من الجلسة: تزول ملاحظاتها عند انتهائها.',
      notKept: 'لم يُحتفظ بملاحظات هذه الجلسة.',
      unchangeable: 'هذه الملاحظات أطول من أن تُعدَّل هنا.',
      unsupported: 'لا يحتفظ مركز الاتصال هذا بملاحظات.',
      unsavable: 'ما كتبته يمكن نسخه فقط:',
      toNote: { offered: 'يُرجى قبولها لكتابة ملاحظات.' },
      notNow: 'لا يمكن حفظ الملاحظات الآن.',
    },
    'codes-tags': {
      title: 'الرموز والوسوم',
      primary: 'الرمز الأساسي',
      secondary: 'الرمز الثانوي',
      none: 'لا شيء',
      required: 'مطلوب',
      chosen: 'محدَّد',
      toChoose: 'Enter للاختيار',
      searchCode: 'الكتابة للبحث',
      found: (found, all) => `${figure(found)} من ${figure(all)}`,
      more: (codes) => `${figure(codes)} أخرى: الكتابة للتضييق`,
      missing: { primary: 'يُرجى اختيار رمز أساسي.', secondary: 'يُرجى اختيار رمز ثانوي.' },
      toSet: { offered: 'يُرجى قبولها لتعيين الرموز والوسوم.' },
      tags: 'الوسوم',
      addTag: 'إضافة وسم',
      addTagHint: 'الكتابة أو اللصق ثم الضغط على Enter',
      removeTag: (tag) => `إزالة الوسم ${own(tag)}`,
      earlierTags: (tags, hidden) => `عرض ${figure(tags)} من أصل ${figure(hidden)} من الوسوم السابقة`,
      tagsAdded: (added, known) => {
        const are = count(known, {
          one: 'هذا الوسم موجود من قبل.',
          two: 'الوسمان موجودان من قبل.',
          few: 'الوسوم الـ # موجودة من قبل.',
          many: 'الوسوم الـ # كلها موجودة من قبل.',
          other: 'كل الوسوم الـ # موجودة من قبل.',
        });
        const come = count(added, {
          one: 'أُضيف وسم واحد',
          two: 'أُضيف وسمان',
          few: 'أُضيفت # وسوم',
          many: 'أُضيف # وسمًا',
          other: 'أُضيف # وسم',
        });
        if (known === 0) return `${come}.`;
        return added === 0 ? are : `${come}، و${are}`;
      },
      tagsTooLong: (most) =>
        count(most, {
          one: 'للوسم حرف واحد على الأكثر: لم تُضف الأطول.',
          two: 'للوسم حرفان على الأكثر: لم تُضف الأطول.',
          few: 'للوسم # أحرف على الأكثر: لم تُضف الأطول.',
          many: 'للوسم # حرفًا على الأكثر: لم تُضف الأطول.',
          other: 'للوسم # حرف على الأكثر: لم تُضف الأطول.',
        }),
      tagsTooMany: (most, left) =>
        `${count(most, {
          one: 'للجلسة وسم واحد على الأكثر',
          two: 'للجلسة وسمان على الأكثر',
          few: 'للجلسة # وسوم على الأكثر',
          many: 'للجلسة # وسمًا على الأكثر',
          other: 'للجلسة # وسم على الأكثر',
        })}: ${count(left, {
          one: 'لم يُضف وسم واحد.',
          two: 'لم يُضف وسمان.',
          few: 'لم تُضف # وسوم.',
          many: 'لم يُضف # وسمًا.',
          other: 'لم يُضف # وسم.',
        })}`,
      unsaved: 'لم يُحفظ على هذا الجهاز',
      begun: 'اختير هنا ولم يصل إلى مركز الاتصال.',
      suggestions: 'وسوم مقترحة',
      suggested: 'مقترح من الذكاء الاصطناعي',
      suggestedCount: (count) => `مقترح من الذكاء الاصطناعي: ${figure(count)}`,
      suggestedTag: 'وسم',
      insteadOf: (code) => `بدلاً من ${own(code)}`,
      apply: 'تطبيق',
      applyAll: 'تطبيق الكل',
      noCodes: 'ليس لهذه الخدمة رموز.',
      unknownCode: (id) => `${own(id)} (لم يعد متوفرًا)`,
    },
    'conversation-context': {
      title: 'سياق المحادثة',
      none: 'ليس لهذه الخدمة عناصر سياق.',
      newTab: 'يُفتح في علامة تبويب جديدة',
      waiting: (names) => `في انتظار ${own(names)}`,
      missing: (names) => `لا قيمة لـ ${own(names)}`,
      notKept: 'لم يُحتفظ ببيانات سياق هذه الجلسة.',
      notRecorded: 'لم يكن له عنوان عند انتهاء هذه الجلسة.',
      unsafeTemplate: 'عنوانه ليس عنوان ويب آمنًا. يمكن لمن يضبط هذه الخدمة تصحيحه.',
      unsafeValue: (names) => `لا يمكن أن تكون قيمة ${own(names)} جزءًا من عنوان ويب.`,
      blocked: 'لم يسمح المتصفح بفتح هذا تلقائيًا. يُرجى السماح بالنوافذ المنبثقة لهذه الصفحة، أو فتحه هنا:',
      late: 'وصل العنوان متأخرًا فلم يُفتح تلقائيًا:',
    },
    'embedded-context': {
      title: 'سياق مضمَّن',
      none: 'لا تعرض هذه الخدمة أي صفحة هنا.',
      open: 'فتح في علامة تبويب جديدة',
      goIn: 'الدخول إلى الصفحة',
      loading: (host) => `في انتظار ${own(host)}…`,
      silent: (host) => `${own(host)} لا يستجيب.`,
      forbidden: (host) =>
        `لا يُسمح لهذه الصفحة بعرض ${own(host)}. يمكن لمن يديرها إضافة ذلك الموقع إلى سياسة أمانها (frame-src).`,
      flooding: (host) =>
        `أرسل ${own(host)} رسائل كثيرة كانت ستوقف هذه الصفحة، لذلك أُغلق. ما كُتب هناك ولم يُحفظ قد فُقد.`,
      heldBack: (host) => `يستمر ${own(host)} في أخذ لوحة المفاتيح من حيث تكتب، لذلك أُخفي حتى تتوقف. لا يُفقد شيء فيه.`,
      insecure: 'يمكن هنا عرض الصفحات الآمنة (https) فقط.',
      ownPage: 'يعيد هذا العنوان إلى الصفحة التي أنت فيها، لذلك أُغلق.',
      nothingToSee: 'لا شيء ظاهر؟ بعض المواقع تمنع عرضها داخل صفحات أخرى.',
      unsaved: 'إدخال لم يُحفظ',
      moved: 'تغيّر عنوان هذه الصفحة. إعادة تحميلها تُفقد ما كُتب ولم يُحفظ.',
      reload: 'تحميل العنوان الجديد',
      letGo: (titles) => `أُغلق لإفساح المجال: ${own(titles)}. ما كُتب هناك ولم يُحفظ قد فُقد.`,
    },
  }) satisfies Words;
