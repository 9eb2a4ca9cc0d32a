import type { ActionWords } from './action-words.js';

export const casesActions = {
  OpenCase: { zh: '提出诉求或投诉', en: 'open a case' },
  AnswerCase: { zh: '答复诉求', en: 'answer a case' },
  StateCase: { zh: '在纠纷中陈述', en: 'make a statement in a dispute' },
  VerifyCaseFact: { zh: '核实诉求中的情况', en: 'verify a fact of a case' },
  VisitCase: { zh: '上门核查办理结果', en: 'visit to see whether a case is resolved' },
  CloseCase: { zh: '了结诉求', en: 'close a case' },
  ReopenCase: { zh: '重新提出诉求', en: 'reopen a case' },
  EscalateCase: { zh: '将逾期的诉求上报一级', en: 'escalate a case whose clock ran out' },
  MissStatement: { zh: '记录一方未作陈述', en: 'record that a side made no statement' },
  MediateDispute: { zh: '调解纠纷', en: 'mediate a dispute' },
  RecordDecision: { zh: '记录会议决定', en: 'record the decision of a meeting' },
  EndDecision: { zh: '记录会议决定的结果', en: 'record the outcome of a decision' },
  LapseDecision: { zh: '记录会议决定逾期', en: 'record that a decision is overdue' },
  OpenPoll: { zh: '发起居民投票', en: 'open a poll' },
  VoteInPoll: { zh: '投票', en: 'vote in a poll' },
  ClosePoll: { zh: '结束投票', en: 'close a poll' },
  SeePolls: { zh: '查看投票和会议决定', en: 'see polls and decisions' },
  SeeCases: { zh: '查看诉求', en: 'see cases' },
} as const satisfies ActionWords;
