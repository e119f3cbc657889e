package shotdeed.server.complain.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Refused;

/**
 * Shows and gives out a complaint's files for a marketplace's form. Files of the proof folder are given out byte for
 * byte, and only after somebody ticked that they are for the marketplace: it asks for them, the other side should not
 * get them.
 */
public final class FormFiles {
  private final FormLibrary library;
  private final ReadCase read;
  private final FillSlots fill;
  private final FileChecks checks;
  private final Database database;
  private final InstantSource clock;

  public FormFiles(
      FormLibrary library, ReadCase read, FillSlots fill, shotdeed.server.proof.Readiness readiness, Database database,
      InstantSource clock) {
    this.library = library;
    this.read = read;
    this.fill = fill;
    this.checks = new FileChecks(readiness);
    this.database = database;
    this.clock = clock;
  }

  /** Refuses whose complaint it is not, and where none could be prepared with its certificates today. */
  public void requireOwn(Caller caller, int id) {
    read.complaint(caller, id);
  }

  /** The forms there are. */
  public List<EvidenceForm> forms() {
    return library.all();
  }

  /**
   * A part of a complaint for a form.
   *
   * @param form {@code null} if it is not known where the complaint is lodged, and nobody chose; then the rest is empty
   * @param language of what is made here
   * @param part 1 for the first
   * @param links the addresses, one a line
   * @param linkFile the same as a file
   * @param unmade whether the evidence on paper could not be made now, and is not among the files
   */
  public record View(
      CaseComplaint complaint,
      EvidenceForm form,
      Language language,
      int part,
      int parts,
      int listings,
      List<Filled> slots,
      String links,
      FormFile linkFile,
      boolean unmade) {
    /** Whether there are files of a proof folder among them, or the form wants some. */
    public boolean isPrivate() {
      return slots.stream().anyMatch(
          filled -> filled.asks() || filled.slot().kinds().stream().anyMatch(Kind::fromTheFolder));
    }
  }

  /**
   * Looks at a part; what has to be made is made.
   *
   * @param form id, or empty for the complaint's own marketplace
   * @param language of what is made; {@code null} for the one that is read there
   * @param part 1 for the first
   */
  public View look(Caller caller, int id, String form, Language language, int part) throws IOException {
    CaseComplaint complaint = read.complaint(caller, id);
    EvidenceForm chosen = form.isEmpty() ? library.pick(complaint.market(), complaint.site()) : form(form);
    if (chosen == null) {
      return new View(complaint, null, Language.ENGLISH, 1, 1, 0, List.of(), "", null, false);
    }
    Language spoken = language == null ? chosen.reads() : language;
    FillSlots.Part found = fill.part(caller, complaint, chosen, spoken, part);
    Map<String, Release> releases = releases(id, chosen);
    List<Filled> slots = new ArrayList<>();
    int place = 1;
    for (Map.Entry<EvidenceForm.Slot, List<Candidate>> entry : found.slots().entrySet()) {
      slots.add(filled(entry.getKey(), entry.getValue(), found, releases.get(entry.getKey().id()), place));
      place += entry.getValue().size();
    }
    return new View(
        complaint,
        chosen,
        spoken,
        found.part(),
        found.parts(),
        found.listings().size(),
        slots,
        FillSlots.text(found.listings()),
        shown(found.links(), place, found.links().source().content().size(), List.of(), true),
        found.unmade());
  }

  /** The form of the marketplace that a complaint is about; {@code null} if it is not known. */
  public EvidenceForm own(CaseComplaint complaint) {
    return library.pick(complaint.market(), complaint.site());
  }

  /** How many forms it takes for sightings. */
  public static int parts(EvidenceForm form, List<Sighting> sightings) {
    return Listing.parts(sightings, form.links().value()).size();
  }

  /**
   * A part of a complaint for a form, without its files being made.
   *
   * @param counts files for each of the form's places
   * @param photographs what the part is about, by certificate
   * @param slices of its sightings, by number; none for a picture alone
   */
  public record Outline(
      CaseComplaint complaint,
      EvidenceForm form,
      int part,
      int parts,
      List<Listing> listings,
      Map<EvidenceForm.Slot, Integer> counts,
      Map<Integer, Certificate> photographs,
      Map<Integer, List<Slice>> slices) {
    /** The addresses, one a line. */
    public String links() {
      return FillSlots.text(listings);
    }
  }

  /**
   * Outlines a part.
   *
   * @param form id, or empty for the complaint's own marketplace
   * @param part 1 for the first; beyond the last, the last
   * @throws Refused if there is no such form, or it is not known which is the complaint's own
   */
  public Outline outline(Caller caller, int id, String form, int part) throws IOException {
    CaseComplaint complaint = read.complaint(caller, id);
    EvidenceForm chosen = form.isEmpty() ? library.pick(complaint.market(), complaint.site()) : form(form);
    if (chosen == null) {
      throw new Refused(Errors.FORM_UNKNOWN, complaint.site());
    }
    FillSlots.Part found = fill.outline(caller, complaint, chosen, part);
    Map<EvidenceForm.Slot, Integer> counts = new LinkedHashMap<>();
    found.slots().forEach((slot, files) -> counts.put(slot, files.size()));
    Map<Integer, Certificate> photographs = new LinkedHashMap<>();
    found.photographs().forEach((number, photograph) -> photographs.put(number, photograph.certificate()));
    Map<Integer, List<Slice>> slices = new LinkedHashMap<>();
    Listing.seen(found.listings()).forEach(sighting -> slices.put(sighting.id(), read.slices(sighting)));
    return new Outline(complaint, chosen, found.part(), found.parts(), found.listings(), counts, photographs, slices);
  }

  private EvidenceForm form(String id) {
    EvidenceForm form = library.byId(id);
    if (form == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return form;
  }

  private Map<String, Release> releases(int complaint, EvidenceForm form) {
    return database.read(handle -> Release.of(handle, complaint, form.id()));
  }

  private Filled filled(
      EvidenceForm.Slot slot, List<Candidate> candidates, FillSlots.Part part, Release release, int place)
      throws IOException {
    List<FormFile> files = new ArrayList<>();
    int counted = 0;
    int at = place;
    for (Candidate file : candidates) {
      if (part.lacks(file)) {
        at++; // names stay as they are when it can be made
        continue;
      }
      long bytes = file.source().content().size();
      ReadCase.Photograph photograph = part.photographs().get(file.certificate());
      List<Candidate> originals = photograph == null ? List.of() : photograph.of(Kind.ORIGINAL);
      List<Fault> faults = new ArrayList<>(checks.of(slot, file, bytes, originals));
      boolean counts = slot.types().value().contains(file.mediaType()) && faults.stream().noneMatch(Fault::sure);
      if (counts && ++counted > slot.count().value()) {
        faults.add(Fault.of("count", slot.count(), slot.count().value()));
      }
      files.add(shown(file, at++, bytes, faults, !file.kind().fromTheFolder() || release != null));
    }
    boolean asks = candidates.stream().anyMatch(file -> file.kind().fromTheFolder());
    boolean unmade = slot.kinds().contains(Kind.LIST);
    return new Filled(
        slot, release, asks, files, lacks(slot, files, part), part.leftOut().get(slot), unmade);
  }

  private static FormFile shown(Candidate file, int place, long bytes, List<Fault> faults, boolean handed) {
    return new FormFile(
        file.name(place), file.kind(), file.certificate(), file.proof(), file.mediaType(), bytes, faults, handed);
  }

  /** Photographs for which the place has fewer files of the folder than it must have. */
  private static List<Filled.Lack> lacks(EvidenceForm.Slot slot, List<FormFile> files, FillSlots.Part part) {
    List<Filled.Lack> lacks = new ArrayList<>();
    int needed = slot.least().value();
    for (Map.Entry<Integer, ReadCase.Photograph> each : part.photographs().entrySet()) {
      List<String> own = each.getValue().files().stream().map(Candidate::sha256).toList();
      int there = (int) files.stream()
          .filter(file -> file.kind().fromTheFolder() && !file.refused())
          .filter(file -> file.certificate() == each.getKey()
              || file.proof() != null && own.contains(file.proof().sha256()))
          .count();
      if (there < needed) {
        lacks.add(new Filled.Lack(each.getKey(), needed, there));
      }
    }
    return lacks;
  }

  /**
   * Says, or takes back, that a place's private files may be handed over to the marketplace.
   *
   * @throws Refused if there is no such form or place
   */
  public void release(Caller caller, int id, String form, String slot, boolean handed) {
    CaseComplaint complaint = read.complaint(caller, id);
    EvidenceForm chosen = form(form);
    if (chosen.slots().stream().noneMatch(each -> each.id().equals(slot))) {
      throw new Refused(Errors.NOT_FOUND);
    }
    database.write(handle -> {
      boolean changed = handed
          ? Release.say(handle, caller, complaint.id(), form, slot, clock.instant())
          : Release.takeBack(handle, complaint.id(), form, slot);
      if (changed) {
        String action = handed ? "form.release" : "form.hold";
        Audit.did(handle, clock.instant(), caller, action, "complaint", complaint.id(), form);
      }
      return null;
    });
  }

  /**
   * A file to be sent.
   *
   * @param content closed by whoever sends it
   */
  public record Taken(String name, String mediaType, long bytes, InputStream content) {}

  /**
   * Gives out a file of a part; who fetches whose original is noted.
   *
   * @throws Refused if it is private and nobody ticked its place yet
   * @throws IOException if the stored file is missing or no longer what it was
   */
  public Taken take(Caller caller, int id, String form, Language language, int part, String name) throws IOException {
    CaseComplaint complaint = read.complaint(caller, id);
    EvidenceForm chosen = form(form);
    Language spoken = language == null ? chosen.reads() : language;
    FillSlots.Part found = fill.part(caller, complaint, chosen, spoken, part);
    int place = 1;
    for (Map.Entry<EvidenceForm.Slot, List<Candidate>> entry : found.slots().entrySet()) {
      for (Candidate file : entry.getValue()) {
        if (file.name(place++).equals(name)) {
          if (file.kind().fromTheFolder() && !releases(id, chosen).containsKey(entry.getKey().id())) {
            throw new Refused(Errors.FORM_FILE_HELD);
          }
          return taken(caller, id, name, file);
        }
      }
    }
    if (found.links().name(place).equals(name)) {
      return taken(caller, id, name, found.links());
    }
    throw new Refused(Errors.NOT_FOUND);
  }

  private Taken taken(Caller caller, int id, String name, Candidate file) throws IOException {
    Content content = file.opened();
    noted(caller, id, file);
    InputStream in = file.sha256() == null ? new ByteArrayInputStream(content.bytes()) : content.open();
    return new Taken(name, file.mediaType(), content.size(), in);
  }

  private void noted(Caller caller, int id, Candidate file) {
    if (file.kind().fromTheFolder()) {
      Audit.looked(
          database, clock.instant(), caller, caller.seller(), "form.original", "certificate", file.certificate());
    } else {
      Audit.looked(database, clock.instant(), caller, caller.seller(), "form.take", "complaint", id);
    }
  }

  /**
   * Packs all files of a complaint for a form: those of one part side by side; of several, each part in a folder and
   * the files of the proof folders, which serve several parts, in one of their own. Private files are in it only where
   * their place was ticked.
   */
  public void pack(Caller caller, int id, String form, Language language, OutputStream out) throws IOException {
    CaseComplaint complaint = read.complaint(caller, id);
    EvidenceForm chosen = form(form);
    Language spoken = language == null ? chosen.reads() : language;
    Map<String, Release> releases = releases(id, chosen);
    try (PackFiles zip = new PackFiles(out)) {
      for (FillSlots.Part part : fill.parts(caller, complaint, chosen, spoken)) {
        int place = 1;
        for (Map.Entry<EvidenceForm.Slot, List<Candidate>> entry : part.slots().entrySet()) {
          for (Candidate file : entry.getValue()) {
            boolean released = releases.containsKey(entry.getKey().id());
            if (!part.lacks(file) && (!file.kind().fromTheFolder() || released) && zip.wants(part, file)) {
              zip.add(part, place, file, file.opened());
              noted(caller, id, file);
            }
            place++;
          }
        }
        zip.add(part, place, part.links(), part.links().source().content());
      }
    }
  }
}
