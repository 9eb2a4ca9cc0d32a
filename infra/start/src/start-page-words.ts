import { STAGES_SHOWN } from './start-page-stages.js';

export type Language = 'zh' | 'en';
type Stage = (typeof STAGES_SHOWN)[number];
type Role =
  | 'district-office'
  | 'residents-committee'
  | 'property-firm'
  | 'platform'
  | 'pickup-station'
  | 'volunteer'
  | 'resident';

export interface Words {
  html: string;
  title: string;
  lead: string;
  skip: string;
  running: string;
  parts: Record<string, string>;
  ok: string;
  failed: string;
  live: string;
  liveAbout: string;
  noScript: string;
  remoteLive: string;
  states: Record<'connecting' | 'open' | 'lost', string>;
  columns: { stage: string; count: string; pieces: string; weight: string };
  stages: Record<Stage, string>;
  people: string;
  peopleAbout: string;
  act: string;
  none: string;
  remote: string;
  roles: Record<Role, string>;
  documents: string;
  api: string;
  apiFile: string;
  health: string;
  folder: string;
  other: string;
  howTo: string;
  tokenAbout: string;
  back: string;
}

const zh: Words = {
  html: 'zh-CN',
  title: '保供',
  lead: '封控社区生活物资保障：下单、分配、配送、交接，人人有责，步步留痕。',
  skip: '跳到正文',
  running: '运行状况',
  parts: { orders: '订单', inventory: '库存', delivery: '配送', oversight: '监管' },
  ok: '正常',
  failed: '没有应答',
  live: '全区实时流量',
  liveAbout: '最近 24 小时，数字有变化时自动更新。',
  noScript: '实时数字需要启用脚本，页面其余部分不需要。',
  remoteLive: '实时数字只在本机打开本页时显示。',
  states: {
    connecting: '正在连接…',
    open: '已连接，最近更新于 {time}',
    lost: '连接中断，正在重试…',
  },
  columns: { stage: '环节', count: '单数', pieces: '件数', weight: '重量' },
  stages: {
    requested: '已下单',
    granted: '已分配',
    shorted: '未满足',
    counted: '已到货清点',
    packed: '已打包',
    handedOver: '已交接',
  },
  people: '示例人员',
  peopleAbout: '选择一位示例人员，取得其令牌，即可以此人身份调用接口。',
  act: '以此身份操作',
  none: '没有示例人员（以空白方式启动）。',
  remote: '令牌只在本机打开本页时发放。',
  roles: {
    'district-office': '区政府',
    'residents-committee': '居委会',
    'property-firm': '物业',
    platform: '团购平台',
    'pickup-station': '自提点',
    volunteer: '志愿者',
    resident: '居民',
  },
  documents: '文档',
  api: '接口文档',
  apiFile: '接口描述文件（OpenAPI）',
  health: '健康检查',
  folder: '更多说明在安装目录的 docs 文件夹与 README.md 中。',
  other: 'English',
  howTo: '用法',
  tokenAbout: '令牌 12 小时内有效。请勿转给他人。',
  back: '返回首页',
};

const en: Words = {
  html: 'en',
  title: 'Baogong',
  lead: 'Essential supplies for communities under lockdown: ordered, shared out, carried and handed over, each duty kept.',
  skip: 'Skip to content',
  running: 'What is running',
  parts: { orders: 'Orders', inventory: 'Inventory', delivery: 'Delivery', oversight: 'Oversight' },
  ok: 'running',
  failed: 'no answer',
  live: 'Live throughput of the district',
  liveAbout: 'The last 24 hours; figures change here when they change.',
  noScript: 'The live figures need script; the rest of this page does not.',
  remoteLive: 'Live figures are shown only when this page is opened on the machine itself.',
  states: {
    connecting: 'Connecting…',
    open: 'Connected, last change at {time}',
    lost: 'Connection lost, trying again…',
  },
  columns: { stage: 'Stage', count: 'Count', pieces: 'Pieces', weight: 'Weight' },
  stages: {
    requested: 'Ordered',
    granted: 'Granted',
    shorted: 'Not met',
    counted: 'Counted in',
    packed: 'Packed',
    handedOver: 'Handed over',
  },
  people: 'Sample people',
  peopleAbout: 'Choose a person and get a token, and you can call the interface as them.',
  act: 'Act as them',
  none: 'There are no sample people (started empty).',
  remote: 'Tokens are given only when this page is opened on the machine itself.',
  roles: {
    'district-office': 'District office',
    'residents-committee': 'Residents’ committee',
    'property-firm': 'Property firm',
    platform: 'Platform',
    'pickup-station': 'Pickup station',
    volunteer: 'Volunteer',
    resident: 'Resident',
  },
  documents: 'Documents',
  api: 'Interface',
  apiFile: 'Description of the interface (OpenAPI)',
  health: 'Health',
  folder: 'More is in the folder docs and in README.md of the installation.',
  other: '中文',
  howTo: 'How to use it',
  tokenAbout: 'The token is good for 12 hours. Give it to nobody.',
  back: 'Back to the start',
};

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };

export const roleIn = ({ roles }: Words, role: string): string => (roles as Record<string, string>)[role] ?? role;
