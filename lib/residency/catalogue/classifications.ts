import { BY_NAME } from './by-name';
import type { Classification } from './classification';
import * as integration from './services/integration';
import * as network from './services/network';
import * as others from './services/others';
import * as ai from './services/others-ai';
import * as bedrock from './services/others-bedrock';
import * as media from './services/others-media';
import * as quickSight from './services/others-quicksight';
import * as sageMaker from './services/others-sagemaker';
import * as things from './services/others-things';
import * as storage from './services/storage';

const services = [storage, network, integration, others, ai, bedrock, sageMaker, things, media, quickSight];

/** Everything that somebody decided, the particular before the general. */
export const CLASSIFICATIONS: readonly Classification[] = [
  ...services.flatMap(({ CLASSIFIED }) => CLASSIFIED),
  ...BY_NAME,
];
export const REQUIREMENTS = services.flatMap(({ REQUIRED }) => REQUIRED);
export const KEYLESS = services.flatMap((service) => service.KEYLESS);
