import type { Classification } from '../classification';
import type { Keyless, Requirement } from '../requirement';
import * as analytics from './storage-analytics';
import * as databases from './storage-databases';
import * as files from './storage-files';
import * as keys from './storage-keys';
import * as objects from './storage-objects';
import * as streams from './storage-streams';
import * as transfer from './storage-transfer';
import * as warehouses from './storage-warehouses';

const themes = [objects, files, databases, warehouses, streams, analytics, transfer, keys];

export const CLASSIFIED: readonly Classification[] = themes.flatMap((theme) => theme.CLASSIFIED);
export const REQUIRED: readonly Requirement[] = themes.flatMap((theme) => theme.REQUIRED);
export const KEYLESS: readonly Keyless[] = themes.flatMap((theme) => theme.KEYLESS);
