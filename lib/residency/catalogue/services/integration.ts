import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';

export const CLASSIFIED: readonly Classification[] = [];
export const REQUIRED: readonly Requirement[] = [];
export const KEYLESS: readonly Keyless[] = [];
