import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { CellPlan } from '../plan/model';
import type { DataClass } from '../plan/schema';

/** Tags everything of a cell; what holds no single dataset says so until {@link tagDataset} says otherwise. */
export function tagCell(scope: IConstruct, cell: CellPlan): void {
  tag(scope, { cell: cell.id, jurisdiction: cell.jurisdiction, dataset: 'shared', 'data-class': 'none' });
}

/** Tags what an account has once for all its cells; it holds no data. */
export function tagAccount(scope: IConstruct): void {
  tag(scope, { cell: 'shared', jurisdiction: 'none', dataset: 'shared', 'data-class': 'none' });
}

/** Tags what holds, encrypts or carries one dataset. */
export function tagDataset(scope: IConstruct, dataset: string, dataClass: DataClass): void {
  tag(scope, { dataset, 'data-class': dataClass });
}

/** Tags what serves every dataset of one class. */
export function tagClass(scope: IConstruct, dataClass: DataClass): void {
  tag(scope, { 'data-class': dataClass });
}

function tag(scope: IConstruct, tags: Record<string, string>): void {
  for (const [key, value] of Object.entries(tags)) Tags.of(scope).add(key, value);
}
