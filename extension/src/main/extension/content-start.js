shotdeedContent([]);
