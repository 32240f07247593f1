/**
 * Invented regencies' lists at their real sizes, with the usual faults. What comes in is {@link
 * id.jembatan.domain.Agreements}; what goes out is a plan of drops ({@link id.jembatan.demo.DemoLists}), each of which
 * writes its file when asked and says beforehand what must become of its rows. Start reading there; the people come from
 * {@link id.jembatan.demo.InventedPeople}, the messes from {@link id.jembatan.demo.Fault} and
 * {@link id.jembatan.demo.OfficeStyle}. The same seed gives the same bytes. Nobody in these lists lives: every NIK ends
 * in 9000 to 9999. This room opens no register and reads no list.
 */
@NullMarked
package id.jembatan.demo;

import org.jspecify.annotations.NullMarked;
