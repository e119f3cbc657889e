package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.List;

/** Marks on the cells of a picture; cells are numbered row by row. */
final class CellGrid {
  private final int columns;
  private final int rows;
  private final boolean[] marks;

  CellGrid(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    marks = new boolean[columns * rows];
  }

  void mark(int cell) {
    marks[cell] = true;
  }

  boolean isMarked(int cell) {
    return marks[cell];
  }

  /** How many are marked. */
  int marked() {
    int marked = 0;
    for (boolean mark : marks) {
      marked += mark ? 1 : 0;
    }
    return marked;
  }

  /** The most marked cells that touch each other, by an edge or a corner. */
  List<Integer> largestGroup() {
    boolean[] seen = new boolean[marks.length];
    List<Integer> largest = List.of();
    for (int start = 0; start < marks.length; start++) {
      if (marks[start] && !seen[start]) {
        List<Integer> group = new ArrayList<>();
        group.add(start);
        seen[start] = true;
        for (int next = 0; next < group.size(); next++) {
          addNeighbours(group.get(next), seen, group);
        }
        largest = group.size() > largest.size() ? group : largest;
      }
    }
    return largest;
  }

  private void addNeighbours(int cell, boolean[] seen, List<Integer> group) {
    int row = cell / columns;
    int column = cell % columns;
    for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        int near = y * columns + x;
        if (marks[near] && !seen[near]) {
          seen[near] = true;
          group.add(near);
        }
      }
    }
  }
}
