#!/usr/bin/env ts-node
import { synthesize } from '../lib/cli/synthesize';

// What `npx cdk …` runs.
synthesize();
