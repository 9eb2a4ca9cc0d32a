import { ACTIONS, CONDITIONS, MODALITIES, POSTURES, RISK_LEVELS, ROLES, SCOPES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const posture = z.enum(POSTURES);

const dutyRule = z.object({
  /** Missing where it is the action and the role: `open-round/residents-committee`. */
  id: z.string().min(1).optional(),
  role: z.enum(ROLES),
  action: z.enum(ACTIONS),
  modality: z.enum(MODALITIES),
  postures: z.array(posture).min(1).optional(),
  risks: z.array(z.enum(RISK_LEVELS)).min(1).optional(),
  scope: z.enum(SCOPES),
  conditions: z.array(z.enum(CONDITIONS)).min(1).optional(),
  deadlineMinutes: z.number().int().positive().optional(),
  escalateTo: z.enum(ROLES).optional(),
  legalBasis: z.string().min(1),
  appeal: z.string().min(1),
  seedRef: z.string().min(1),
  /** Missing where it is that of the document. */
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});

const dutyMatrixActivated = z.object({
  version: z.number().int().positive(),
  /** Which of the documents that Baogong brings this is; missing where the district wrote its own. */
  edition: z.number().int().positive().optional(),
  /** Since when a rule holds that says nothing of it. */
  since: z.string().optional(),
  rules: z.array(dutyRule).min(1),
  /** What the keys in legalBasis and appeal stand for. */
  texts: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })).optional(),
  /** Ed25519 by the district's key over the whole document (each rule with its id and its beginning), in base64. */
  signature: z.string().optional(),
});

const postureSwitched = z.object({
  posture,
  territory: z.string().min(1),
  reason: z.string().min(1),
  /** What the crisis is, in a word of the district's own: epidemic, flood, quake. */
  incident: z.string().min(1).optional(),
  /** How much one household may ask for while this posture lasts. */
  rationing: z.object({ perItem: z.number().int().positive() }).optional(),
});

const riskLevelSet = z.object({
  level: z.enum(RISK_LEVELS),
  territory: z.string().min(1),
  reason: z.string().min(1),
});

export type DutyMatrixActivated = z.infer<typeof dutyMatrixActivated>;
export type RiskLevelSet = z.infer<typeof riskLevelSet>;
export type PostureSwitched = z.infer<typeof postureSwitched>;

export const dutiesContracts = {
  DutyMatrixActivated: contract({
    version: 1,
    schema: dutyMatrixActivated,
    example: {
      version: 1,
      edition: 2,
      since: '2026-01-01T00:00:00.000Z',
      rules: [
        {
          role: 'residents-committee',
          action: 'OpenRound',
          modality: 'allowed',
          postures: ['normal', 'alert', 'lockdown', 'recovery'],
          scope: 'territory',
          legalBasis: 'basis-committee',
          appeal: 'appeal-subdistrict',
          seedRef: 'S41',
        },
      ],
      signature: 'TpBHLwJAnBEEFTBLuWxzZPCDZPxPWmFWNDPzGHvbDoQpZFjLcSFsfhMpoOdZvTzMGGkPXFLSDvKXSDbnEEOQBw==',
      texts: {
        'basis-committee': {
          zh: '《城市居民委员会组织法》第三条',
          en: 'Organic Law of Urban Residents Committees, article 3',
        },
        'appeal-subdistrict': { zh: '街道办事处', en: 'sub-district office' },
      },
    },
  }),
  PostureSwitched: contract({
    version: 1,
    schema: postureSwitched,
    example: {
      posture: 'lockdown',
      territory: 'd-pudong',
      reason: 'order 12 of the district command',
      incident: 'epidemic',
      rationing: { perItem: 2 },
    },
  }),
  RiskLevelSet: contract({
    version: 1,
    schema: riskLevelSet,
    example: { level: 'high', territory: 'd-pudong/s-weifang/c-y', reason: 'three new cases in building 7' },
  }),
};
