#!/usr/bin/env ts-node
import { report } from '../lib/cli/report';
import { synthesize } from '../lib/cli/synthesize';

// What `npx cdk …` runs.
try {
  synthesize();
} catch (error) {
  report(error);
}
