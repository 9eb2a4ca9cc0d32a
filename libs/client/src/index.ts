export type { Answer, Done, Problem, Refused, Told, WireAnswer } from './answers.js';
export { Acting, Client, newId, Unanswered } from './client.js';
export type { Attempt, ClientOptions, Sending } from './client.js';
export { fetchExchange } from './exchange.js';
export type { Exchange, WireRequest } from './exchange.js';
export type { components, paths } from './interface.generated.js';
export type { Patience } from './patience.js';
export type { AnswerOf, Asking, BodyOf, Commanding, ItemOf, PathOf } from './typing.js';
