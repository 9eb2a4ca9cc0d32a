export const dutiesActions = ['ActivateDutyMatrix', 'SwitchPosture', 'RecordRefusals'] as const;
