package shotdeed.server.complain.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** Finds the files for each place of a form; what has to be made is made when it is asked for. */
public final class FillSlots {
  /** Of one part, where nobody says how many files a form takes. */
  private static final int MOST_SHEETS = 20;

  private final ReadCase read;
  private final MakeSheets make;
  private final EvidencePaper paper;

  public FillSlots(ReadCase read, MakeSheets make, EvidencePaper paper) {
    this.read = read;
    this.make = make;
    this.paper = paper;
  }

  /**
   * A part of a complaint as its form takes it.
   *
   * @param part 1 for the first
   * @param slots in the form's order, each with its files in theirs; names count through all of them
   * @param links the addresses as text
   * @param unmade whether the evidence on paper could not be made now; its file keeps its place, without content
   */
  record Part(
      int part,
      int parts,
      List<Listing> listings,
      Map<EvidenceForm.Slot, List<Candidate>> slots,
      Candidate links,
      Map<Integer, ReadCase.Photograph> photographs,
      Map<EvidenceForm.Slot, Integer> leftOut,
      boolean unmade) {
    /** All files in their order. */
    List<Candidate> all() {
      List<Candidate> all = new ArrayList<>();
      slots.values().forEach(all::addAll);
      all.add(links);
      return all;
    }

    /** Whether a file could not be made now. */
    boolean lacks(Candidate file) {
      return unmade && file.kind() == Kind.PAPER;
    }
  }

  /** @param part 1 for the first; beyond the last, the last */
  Part part(Caller caller, CaseComplaint complaint, EvidenceForm form, Language language, int part)
      throws IOException {
    List<List<Listing>> parts = Listing.parts(read.sightings(caller, complaint), form.links().value());
    PaperOnce pdf = new PaperOnce(paper, caller, complaint.id(), language);
    return part(caller, complaint, form, language, parts, Math.min(part, parts.size()), pdf);
  }

  /** The same without the evidence being put on paper, which takes seconds: its file counts and has no content. */
  Part outline(Caller caller, CaseComplaint complaint, EvidenceForm form, int part) throws IOException {
    List<List<Listing>> parts = Listing.parts(read.sightings(caller, complaint), form.links().value());
    PaperOnce none = new PaperOnce((who, id, in) -> new byte[0], caller, complaint.id(), form.reads());
    return part(caller, complaint, form, form.reads(), parts, Math.min(part, parts.size()), none);
  }

  /** All parts, the first first. */
  List<Part> parts(Caller caller, CaseComplaint complaint, EvidenceForm form, Language language) throws IOException {
    List<List<Listing>> listings = Listing.parts(read.sightings(caller, complaint), form.links().value());
    List<Part> parts = new ArrayList<>();
    PaperOnce pdf = new PaperOnce(paper, caller, complaint.id(), language);
    for (int i = 1; i <= listings.size(); i++) {
      parts.add(part(caller, complaint, form, language, listings, i, pdf));
    }
    return parts;
  }

  private Part part(
      Caller caller,
      CaseComplaint complaint,
      EvidenceForm form,
      Language language,
      List<List<Listing>> parts,
      int part,
      PaperOnce pdf)
      throws IOException {
    List<Listing> listings = parts.get(part - 1);
    List<Sighting> seen = Listing.seen(listings);
    Map<Integer, ReadCase.Photograph> photographs = read.photographs(caller, seen);
    List<SheetWriter.Pair> pairs = new ArrayList<>();
    for (Sighting sighting : seen) {
      pairs.add(read.pair(sighting, photographs.get(sighting.found().certificate())));
    }
    SheetWriter writer = new SheetWriter(Texts.in(language), caller.sellerName(), complaint);
    Map<EvidenceForm.Slot, List<Candidate>> slots = new LinkedHashMap<>();
    Map<EvidenceForm.Slot, Integer> leftOut = new LinkedHashMap<>();
    for (EvidenceForm.Slot slot : form.slots()) {
      List<Candidate> others = others(slot, photographs, pdf);
      int fitting = (int) others.stream().filter(file -> slot.types().value().contains(file.mediaType())).count();
      int wanted = sheetsWanted(slot, fitting);
      int most = slot.count().stated() ? wanted : MOST_SHEETS;
      List<Sheet> sheets =
          slot.kinds().contains(Kind.COMPARISON) ? writer.sheets(pairs, wanted, most) : List.of();
      List<Candidate> files = new ArrayList<>();
      for (Kind kind : slot.kinds()) {
        if (kind == Kind.COMPARISON) {
          addSheets(files, slot, sheets);
        } else {
          others.stream().filter(file -> file.kind() == kind).forEach(files::add);
        }
      }
      slots.put(slot, files);
      int shown = sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
      leftOut.put(slot, sheets.isEmpty() ? 0 : pairs.size() - shown);
    }
    return new Part(part, parts.size(), listings, slots, links(listings), photographs, leftOut, pdf.unmade());
  }

  /** Sheets leave room for other files of the types that the place takes, but for one. */
  private static int sheetsWanted(EvidenceForm.Slot slot, int others) {
    int count = slot.count().value();
    return count - Math.min(others, count - 1);
  }

  /** All but sheets; a file that serves several photographs is there once. */
  private List<Candidate> others(
      EvidenceForm.Slot slot, Map<Integer, ReadCase.Photograph> photographs, PaperOnce pdf) throws IOException {
    List<Candidate> others = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Kind kind : slot.kinds()) {
      if (kind == Kind.PAPER && pdf.exists()) {
        others.add(made("evidence.pdf", kind, FileNames.PDF, pdf::content));
      }
      for (ReadCase.Photograph photograph : photographs.values()) {
        photograph.of(kind).stream().filter(file -> known.add(kind + file.sha256())).forEach(others::add);
      }
    }
    return others;
  }

  private void addSheets(List<Candidate> files, EvidenceForm.Slot slot, List<Sheet> sheets) {
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      files.add(made(
          "comparison-" + (i + 1) + ".jpg",
          Kind.COMPARISON,
          FileNames.JPEG,
          () -> Content.of("", make.jpeg(sheet, slot.minBytes().value(), slot.maxBytes().value()))));
    }
  }

  private static Candidate links(List<Listing> listings) {
    byte[] text = text(listings).getBytes(StandardCharsets.UTF_8);
    return made("links.txt", Kind.LINKS, "text/plain", () -> Content.of("", text));
  }

  /** One address a line. */
  static String text(List<Listing> listings) {
    StringBuilder text = new StringBuilder();
    listings.forEach(listing -> text.append(listing.address()).append('\n'));
    return text.toString();
  }

  private static Candidate made(String name, Kind kind, String type, Candidate.Source source) {
    return new Candidate(name, kind, 0, null, null, type, null, source);
  }
}
