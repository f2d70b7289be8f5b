import type { Verdict } from './verdict';

/**
 * What somebody decided of the properties that `on` names:
 *
 * - `AWS::Kinesis::Stream.KeyId`: of the type, wherever it stands in it;
 * - `AWS::Kinesis::Stream:StreamEncryption.KeyId`: of that definition of the type only;
 * - `AWS::Kinesis::*.KeyId`: of every type of the service;
 * - `KeyId`, or an expression: of every type.
 */
export type Classification = { readonly on: string | RegExp } & (
  | Verdict
  /** Why the property is nothing to judge. */
  | { readonly not: string }
);
