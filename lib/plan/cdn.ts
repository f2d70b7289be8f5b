import { cellPlan, type CellPlan, type Holding, type Plan } from './model';

/** The one region where AWS takes CloudFront's certificates, web ACLs and log deliveries. */
export const PERIMETER_REGION = 'us-east-1';

/** What a cell serves through its CDN. */
export function servedByCdn(cell: CellPlan): readonly Holding[] {
  return cell.holdings.filter((holding) => throughCdn(cell, holding));
}

/** What a cell will serve through its CDN once no phase of the plan is planned any more. */
export function everServedByCdn(plan: Plan, cell: string): readonly Holding[] {
  const moves = plan.moves.map((move) => ({ ...move, stage: 'complete' as const }));
  return servedByCdn(cellPlan({ ...plan, moves }, cell));
}

/**
 * Whether a cell serves a dataset through its CDN: public objects unless the plan says no; personal ones only if the
 * plan asks for it, the law of every market whose data they hold lets them pass, and there is a key to check signed
 * URLs with.
 */
export function throughCdn(cell: CellPlan, { dataset, moves }: Holding): boolean {
  if (dataset.store !== 's3') return false;
  if (dataset.class === 'public') return dataset.cdn !== false;
  return (
    dataset.cdn === true &&
    cell.cell.signer !== undefined &&
    moves.every(({ markets }) => markets.every((market) => cell.plan.lawOf(market)?.law.cdn === true))
  );
}
