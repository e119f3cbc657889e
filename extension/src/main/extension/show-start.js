shotdeedShow([]);
