/**
 * What do we ask for? An empty workbook for one programme, which a clerk fills in and drops: comes in an agreement, the
 * places of its regency and words to choose from, goes out {@link id.jembatan.template.ProgrammeTemplate a file}. This
 * room reads no list and judges none; that its own headers are recognised is proved by dropping what it wrote.
 */
@NullMarked
package id.jembatan.template;

import org.jspecify.annotations.NullMarked;
