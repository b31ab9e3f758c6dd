import { catalogue, type Catalogue } from './catalogue.ts';
import { catalogueFormatVersion, catalogueSchemaId } from './catalogue-schema.ts';

/** The JSON export of the catalogue. */
export type CatalogueDocument = Catalogue & {
  readonly $schema: typeof catalogueSchemaId;
  readonly formatVersion: typeof catalogueFormatVersion;
};

/**
 * The whole catalogue as a plain JSON value, described by `catalogueSchema`.
 *
 * @example
 * ```ts
 * process.stdout.write(JSON.stringify(catalogueAsJson()));
 * ```
 */
export function catalogueAsJson(): CatalogueDocument {
  return { $schema: catalogueSchemaId, formatVersion: catalogueFormatVersion, ...catalogue };
}
