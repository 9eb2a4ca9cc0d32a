import type { ListForm } from '../sheet/columns.js';

export type RosterField =
  'building' | 'unit' | 'lane' | 'room' | 'address' | 'name' | 'telephone' | 'people' | 'needs' | 'code';

/** Titles that property firms give their columns; the first of each is how we name it. */
export const ROSTER_FORM: ListForm<RosterField> = {
  titles: {
    building: ['楼号', '楼栋', '楼栋号', '栋', '栋号', '幢', '幢号', '楼', '楼幢', '号楼', 'building', 'block', 'bldg'],
    unit: ['单元', '单元号', '门栋', 'unit', 'entrance'],
    lane: ['弄', '里弄', '巷', '胡同', 'lane'],
    room: ['房号', '室', '室号', '房间', '房间号', '门牌', '门牌号', '户号', 'room', 'flat', 'apartment', 'house no'],
    address: ['地址', '住址', '家庭住址', '详细地址', '房屋地址', '居住地址', 'address'],
    name: [
      '姓名',
      '名字',
      '住户姓名',
      '居民姓名',
      '业主',
      '业主姓名',
      '住户',
      '联系人',
      'name',
      'resident',
      'full name',
    ],
    telephone: [
      ...['电话', '联系电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '座机', '固定电话'],
      ...['telephone', 'phone', 'mobile', 'tel', 'phone number'],
    ],
    people: ['人数', '家庭人数', '居住人数', '常住人口', '家庭人口', 'people', 'persons', 'household size'],
    needs: ['特殊需求', '需求', '备注', '特殊情况', 'needs', 'special needs', 'need', 'remarks'],
    code: ['居民编号', '编号', '账号', 'code', 'actor', 'actor id', 'account'],
  },
  needs: [['name'], ['room', 'address']],
};
