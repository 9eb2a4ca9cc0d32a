import type { NoticePosted } from '@baogong/contracts';

type Change = NoticePosted['change'];
export interface Words {
  zh: string;
  en: string;
}

const POSTURES = {
  normal: { zh: '平时状态', en: 'the normal posture' },
  alert: { zh: '预警状态', en: 'alert' },
  lockdown: { zh: '封控状态', en: 'lockdown' },
  recovery: { zh: '恢复状态', en: 'recovery' },
} as const;
const LEVELS = {
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
} as const;
const DELIVERY = {
  contactless: { zh: '货物放在门口，无接触交接。', en: 'Goods are left at the door and handed over without contact.' },
  meeting: { zh: '货物当面交接。', en: 'Goods are handed over in person.' },
} as const;

/** What a notice says to those who live there. */
export function noticeWords(change: Change, contactless: boolean): Words {
  const { zh, en } = changeWords(change);
  const delivery = contactless ? DELIVERY.contactless : DELIVERY.meeting;
  return { zh: `${zh}${delivery.zh}`, en: `${en} ${delivery.en}` };
}

function changeWords(change: Change): Words {
  switch (change.kind) {
    case 'posture': {
      const { zh, en } = POSTURES[change.posture];
      const { perItem } = change;
      const ration = perItem
        ? { zh: `每户每样最多${perItem}份。`, en: ` At most ${perItem} of each item a household.` }
        : { zh: '', en: '' };
      return { zh: `本楼现为${zh}。${ration.zh}`, en: `Here it is now ${en}.${ration.en}` };
    }
    case 'risk':
      return {
        zh: `本楼风险等级为${LEVELS[change.level].zh}。`,
        en: `The level of risk here is ${LEVELS[change.level].en}.`,
      };
    case 'policy':
      return {
        zh: `新的规定：《${change.title}》（第${change.version}版），自${change.from}起。`,
        en: `New rules: ${change.title} (version ${change.version}), from ${change.from}.`,
      };
    case 'local-rule':
      return { zh: `本地新规：${change.title}。`, en: `A new local rule: ${change.title}.` };
  }
}
