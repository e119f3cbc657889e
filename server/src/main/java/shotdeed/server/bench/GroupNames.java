package shotdeed.server.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import shotdeed.server.bench.alter.Group;

/** Groups as the command line names them. */
final class GroupNames implements ITypeConverter<Group> {
  @Override
  public Group convert(String text) {
    for (Group group : Group.values()) {
      if (group.text().equals(text)) {
        return group;
      }
    }
    String known = Arrays.stream(Group.values()).map(Group::text).collect(Collectors.joining(", "));
    throw new TypeConversionException("there is no group '" + text + "'; the groups are " + known);
  }
}
