import type { ActionWords } from './action-words.js';

export const policyActions = {
  IssuePolicy: { zh: '发布或修改政策', en: 'issue or alter a policy' },
  SetLocalParameter: { zh: '在授权范围内设定本地参数', en: 'set a local parameter in the delegated range' },
  ProposeLocalRule: { zh: '提议本地规则', en: 'propose a local rule' },
  AddRestriction: { zh: '在政策之外加码', en: 'add a restriction beyond policy', awaited: true },
  ReportUnknownRule: { zh: '举报无人能出示的规定', en: 'report a rule that nobody can show' },
  SeePolicies: { zh: '查看政策和本地规则', en: 'see policies and local rules' },
} as const satisfies ActionWords;
