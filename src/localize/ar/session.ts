import type { Words } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { inEveryModality } from '../in-every-modality.js';

/** What is said around a session and on its way out, in Arabic. */
export const session = ({ figure, count, and, or, own }: Grammar) =>
  ({
    controls: {
      label: 'عناصر التحكم بالمهمة',
      parkFirst: (what) => `ركن ثم ${what}`,
      parkFirstHint: (title) => `جلسة واحدة فقط نشطة في كل مرة: يجب ركن ${own(title)} أولاً.`,
      notParked: (title, reason) => `تعذّر ركن ${own(title)}. ${own(reason)}`,
      notDone: {
        'session.accept': 'لم تُقبل',
        'session.decline': 'لم تُرفض',
        'session.park': 'لم تُركن',
        'session.unpark': 'لم تُستعد',
        'session.hold': 'لم توضع قيد الانتظار',
        'session.resume': 'لم تُستأنف',
        'session.end': 'لم تُنهَ',
        'session.transfer': 'لم تُحوَّل',
        'after-call-work.finish': 'لم يُنهَ عمل ما بعد المكالمة',
        'after-call-work.extend': 'لم يُمدَّد عمل ما بعد المكالمة',
      },
      confirmEndParked: 'إنهاء هذه المهمة المركونة؟ لا يتلقى العميل أي تنبيه.',
      ringsFor: 'ترنّ لمدة',
      parkPauses: {
        transcription: 'يتوقف التفريغ النصي ما دامت المهمة مركونة.',
        supervision: 'ينتهي الإشراف ولا يعود من تلقاء نفسه.',
      },
      notNow: 'هذا غير ممكن الآن.',
      underway: (verb) =>
        `${verb === undefined ? 'آخر إجراء لك' : `«${own(verb)}»`} ما زال قيد التنفيذ: إجراء واحد في كل مرة.`,
      extendBy: (duration) => `يبدأ عدّ جديد مدته ${own(duration)}؛ لا يُضاف ما تبقّى.`,
      extendedOnce: 'يمكن تمديد عمل ما بعد المكالمة مرة واحدة.',
      workEnds: (seconds) =>
        count(seconds, {
          one: 'ينتهي عمل ما بعد المكالمة بعد ثانية واحدة.',
          two: 'ينتهي عمل ما بعد المكالمة بعد ثانيتين.',
          few: 'ينتهي عمل ما بعد المكالمة بعد # ثوانٍ.',
          many: 'ينتهي عمل ما بعد المكالمة بعد # ثانيةً.',
          other: 'ينتهي عمل ما بعد المكالمة بعد # ثانية.',
        }),
      runsToItsEnd: 'يستمر عمل ما بعد المكالمة في هذه الخدمة حتى نهايته.',
      workForCallsOnly: 'مع المعالجة بالتوازي، للمكالمات غير المركونة عند انتهائها فقط عمل ما بعد المكالمة.',
      unparkHint: 'في انتظار ردّك على الدعوة على هاتفك أو سماعتك.',
    },
    verb: {
      'session.accept': 'قبول',
      'session.decline': 'رفض',
      'session.park': 'ركن',
      'session.unpark': 'استعادة',
      'session.hold': 'انتظار',
      'session.resume': 'استئناف',
      'session.end': 'إنهاء',
      'session.transfer': 'تحويل',
      'after-call-work.finish': 'إتمام',
      'after-call-work.extend': 'تمديد',
    },
    widget: {
      'session-details': 'تفاصيل الجلسة',
      'session-map': 'خريطة',
      'codes-tags': 'الرموز والوسوم',
      'conversation-context': 'سياق المحادثة',
      'embedded-context': 'سياق مضمَّن',
      'companion-chat': 'المرافق',
      'transcript-view': 'التفريغ النصي',
      'live-caption': 'ترجمة مباشرة',
      'session-summary': 'الملخص',
      'session-notes': 'الملاحظات',
    },
    pane: {
      tabs: 'أجزاء هذه الجلسة',
      conversation: 'المحادثة',
      customer: 'العميل',
      details: 'التفاصيل',
      unsaved: 'لم يُحفظ',
      closeTab: 'إغلاق (Delete)',
      closeQuestion: (label) => `يحتوي ${own(label)} على إدخال غير محفوظ. يُفقد عند الإغلاق.`,
      closeAnyway: 'إغلاق مع فقدانه',
      split: 'عرض الجزأين',
      connected: 'متصلة',
      connectedSince: (moment) => `متصلة منذ ${own(moment)}، أيًا كانت حالتها في الأثناء`,
      stateSince: (state, moment) => `${own(state)} منذ ${own(moment)}`,
      workUntil: (moment) => `يستمر عمل ما بعد المكالمة حتى ${own(moment)}`,
      workForCallsOnly: 'بعد المكالمات النشطة فقط',
      workUnlimited: 'يستمر عمل ما بعد المكالمة حتى إنهائه',
      captionsRest: 'الترجمة المباشرة: متوقفة بجانب النص',
      nothingYet: (names) => `لا شيء للعرض بعد: ${and(names.map(own))}.`,
      nothing: (names) => `لا شيء للعرض: ${and(names.map(own))}.`,
    },
    'session-leave': {
      leave: 'مغادرة',
      question: (title) => `مغادرة ${own(title)}؟`,
      way: { end: 'إنهاء', release: 'تحرير', hide: 'إخفاء', close: 'إغلاق' },
      finish: 'إتمام',
      consequence: {
        over: {
          'audio-video': 'تُقطع المكالمة وتنتهي.',
          im: 'تنتهي الدردشة للعميل أيضًا.',
          email: 'تُعد رسالة البريد منجزة؛ لا تُرسل ردود أخرى.',
          external: 'اكتملت المهمة.',
          other: 'تنتهي الجلسة للطرف الآخر أيضًا.',
        },
        'over-unwarned': inEveryModality('تنتهي المكالمة؛ يُقطع من ينتظر مع الموسيقى دون تنبيه.'),
        'over-afresh': inEveryModality('تنتهي الدردشة؛ عندما يكتب العميل مجددًا تبدأ دردشة جديدة دون هذا السجل.'),
        aborted: {
          'audio-video': 'يتوقف الرنين لدى الطرف الآخر.',
          im: 'تنتهي الدردشة قبل أن تبدأ.',
          email: 'تُعد رسالة البريد منجزة؛ لا يُرسل أي رد.',
          external: 'اكتملت المهمة.',
          other: 'تنتهي الجلسة قبل أن تبدأ.',
        },
        worked: inEveryModality('تم عمل ما بعد المكالمة؛ يمكن أن تصل مهام جديدة.'),
        queued: {
          'audio-video': 'تعود المكالمة إلى قائمة الانتظار مع الموسيقى حتى يرد شخص آخر.',
          im: 'تعود الدردشة إلى قائمة الانتظار؛ يتابعها شخص آخر.',
          email: 'تعود رسالة البريد إلى قائمة الانتظار لشخص آخر.',
          external: 'تعود المهمة إلى قائمة الانتظار لشخص آخر.',
          other: 'تعود إلى قائمة الانتظار لشخص آخر.',
        },
        waiting: inEveryModality('تنتظر الدردشة حتى يكتب العميل مجددًا؛ ولا تشغل في الأثناء أيًا من أماكنك.'),
        hidden: inEveryModality('تبقى لديك وتحتفظ بمكانها؛ تجدها ضمن عناصر العمل.'),
        'hidden-till-written': inEveryModality('تبقى لديك وتحتفظ بمكانها؛ تعيدها رسالة جديدة، وتجدها ضمن عناصر العمل.'),
        closed: inEveryModality('تختفي من قائمتك ويمكن فتحها مجددًا. لا يُبلَّغ بذلك أحد سواك.'),
      },
      waitsFor: (days) =>
        count(days, {
          one: 'تنتهي بعد يوم واحد دون رسالة.',
          two: 'تنتهي بعد يومين دون رسالة.',
          few: 'تنتهي بعد # أيام دون رسالة.',
          many: 'تنتهي بعد # يومًا دون رسالة.',
          other: 'تنتهي بعد # يوم دون رسالة.',
        }),
      unfinished: 'غير مكتمل هنا:',
      kind: {
        message: 'رسالة لم تُرسل',
        reply: 'رد لم يُرسل',
        sending: 'أُرسل ولم يصل بعد',
        tag: 'وسم كُتب ولم يُضف',
        notes: 'ملاحظات لم تُحفظ',
        codes: 'رموز أو وسوم لم تُحفظ بعد',
        page: 'صفحة فيها إدخال لم يُحفظ',
      },
      thing: {
        message: 'الرسالة',
        reply: 'الرد',
        sending: 'ما لم يصل بعد',
        tag: 'الوسم',
        notes: 'الملاحظات',
        codes: 'الرموز والوسوم',
        page: 'ما أُدخل في الصفحة',
      },
      fate: {
        lost: (things) => `يُفقد معها: ${and(things)}.`,
        back: (things) => `يُحفظ لك إن عادت: ${and(things)}.`,
        stays: (things) => `يبقى: ${and(things)}.`,
      },
      notReleased: 'لم تُحرَّر',
    },
    'transfer-dialog': {
      label: (kinds) =>
        `تحويل إلى ${or(kinds.map((kind) => ({ service: 'خدمة', agent: 'شخص', number: 'رقم هاتف' })[kind]))}`,
      list: 'الوجهات الممكنة',
      kind: { service: 'خدمة', agent: 'شخص', number: 'رقم' },
      load: (used, limit) => {
        const tasks = (value: number): string =>
          count(value, { one: 'مهمة واحدة', two: 'مهمتان', few: '# مهام', many: '# مهمةً', other: '# مهمة' });
        return limit === undefined ? tasks(used) : `${figure(used)} من أصل ${tasks(limit)}`;
      },
      stop: {
        'after-call-work': 'في عمل ما بعد المكالمة',
        session: 'مشغول بمهمة',
        'total-limit': 'لا مكان لديه لمهمة أخرى',
        'modality-limit': 'لا مكان لديه لأخرى من هذا النوع',
        'modality-disabled': 'لا يعالج هذا النوع من المهام',
      },
      found: (targets) =>
        targets === 0
          ? 'لا شيء مطابق.'
          : count(targets, { one: 'وجهة واحدة', two: 'وجهتان', few: '# وجهات', many: '# وجهةً', other: '# وجهة' }),
      more: (targets) => `${figure(targets)} أخرى: الكتابة للعثور عليها`,
      nothing: 'لا توجد وجهة يمكن تحويل هذا إليها.',
      notANumber: 'يُرجى كتابة الرقم كاملاً مع + ورمز البلد، مثل \u2066+47 21 55 01 00\u2069.',
      choose: 'يُرجى اختيار الوجهة من القائمة.',
      notNow: (name, reason) => `${own(name)}: ${own(reason)}.`,
    },
  }) satisfies Words;
