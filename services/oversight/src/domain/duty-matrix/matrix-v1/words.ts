/** Texts stand once in the document; rules name them by key. */
export const BASIS = {
  committee: 'basis-committee',
  emergency: 'basis-emergency',
  disease: 'basis-disease',
  requisition: 'basis-requisition',
  property: 'basis-property',
  commerce: 'basis-commerce',
  food: 'basis-food',
  recall: 'basis-recall',
  price: 'basis-price',
  privacy: 'basis-privacy',
  consent: 'basis-consent',
  volunteers: 'basis-volunteers',
  disclosure: 'basis-disclosure',
  mediation: 'basis-mediation',
  order: 'basis-order',
  fairness: 'basis-fairness',
  machinery: 'basis-machinery',
  separation: 'basis-separation',
} as const;

export const APPEAL = {
  municipal: 'appeal-municipal',
  district: 'appeal-district',
  subdistrict: 'appeal-subdistrict',
  committee: 'appeal-committee',
  propose: 'appeal-propose',
} as const;

export type TextKey = (typeof BASIS)[keyof typeof BASIS] | (typeof APPEAL)[keyof typeof APPEAL];

export const TEXTS: Record<TextKey, { zh: string; en: string }> = {
  [BASIS.committee]: {
    zh: '《城市居民委员会组织法》第三条',
    en: 'Organic Law of Urban Residents Committees, article 3',
  },
  [BASIS.emergency]: {
    zh: '《突发事件应对法》：地方政府和社区的职责',
    en: 'Emergency Response Law: duties of local government and communities',
  },
  [BASIS.disease]: {
    zh: '《传染病防治法》：封闭期间的生活保障',
    en: 'Law on Prevention and Treatment of Infectious Diseases: supply under closure',
  },
  [BASIS.requisition]: {
    zh: '《突发事件应对法》第十二条：紧急征用须返还或补偿',
    en: 'Emergency Response Law, article 12: requisition with return or compensation',
  },
  [BASIS.property]: {
    zh: '《物业管理条例》：服务合同中的职责',
    en: 'Property Management Regulations: duties under the service contract',
  },
  [BASIS.commerce]: {
    zh: '《电子商务法》第十七条：全面、真实、及时披露商品信息',
    en: 'E-Commerce Law, article 17: true and timely information on goods',
  },
  [BASIS.food]: {
    zh: '《食品安全法》第五十三条：进货查验',
    en: 'Food Safety Law, article 53: inspection of goods received',
  },
  [BASIS.recall]: {
    zh: '《食品安全法》第六十三条：不安全食品召回',
    en: 'Food Safety Law, article 63: recall of unsafe food',
  },
  [BASIS.price]: {
    zh: '《价格法》第十三条：明码标价',
    en: 'Price Law, article 13: marked prices',
  },
  [BASIS.privacy]: {
    zh: '《个人信息保护法》第六条：目的明确、最小范围',
    en: 'Personal Information Protection Law, article 6: purpose and least scope',
  },
  [BASIS.consent]: {
    zh: '《个人信息保护法》第十三条：个人同意',
    en: 'Personal Information Protection Law, article 13: consent',
  },
  [BASIS.volunteers]: {
    zh: '《志愿服务条例》',
    en: 'Volunteer Service Regulations',
  },
  [BASIS.disclosure]: {
    zh: '《政府信息公开条例》',
    en: 'Regulations on Open Government Information',
  },
  [BASIS.mediation]: {
    zh: '《人民调解法》：中立调解',
    en: 'People’s Mediation Law: neutral mediation of disputes',
  },
  [BASIS.order]: {
    zh: '《治安管理处罚法》：门岗秩序',
    en: 'Public Security Administration Punishments Law: order at the gate',
  },
  [BASIS.fairness]: {
    zh: '保供公平分配规则：任何人不得手工改动申请和抽签',
    en: 'Rules of Baogong on fair allocation: nobody touches requests or draw by hand',
  },
  [BASIS.machinery]: {
    zh: '保供流程规则：由已记录的事实自动进行，任何人不得代替',
    en: 'Rules of Baogong on processes: a recorded fact leads to this step and nobody else takes it',
  },
  [BASIS.separation]: {
    zh: '保供反馈规则：办事的人不能自己了结诉求',
    en: 'Rules of Baogong on feedback: whoever did the work does not close the case',
  },
  [APPEAL.municipal]: {
    zh: '市指挥部',
    en: 'municipal command',
  },
  [APPEAL.district]: {
    zh: '区办公室',
    en: 'district office',
  },
  [APPEAL.subdistrict]: {
    zh: '街道办事处',
    en: 'sub-district office',
  },
  [APPEAL.committee]: {
    zh: '居委会，其次街道办事处',
    en: 'residents committee, then sub-district office',
  },
  [APPEAL.propose]: {
    zh: '向区办公室提出建议',
    en: 'propose it to the district office',
  },
};
