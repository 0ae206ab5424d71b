import { useLocation } from "wouter";
import { Audit } from "./Audit.tsx";
import { Lines } from "./Lines.tsx";
import { MapScreen } from "./MapScreen.tsx";

/** How it all hangs together, seen three ways: the map, the audit of what bears load, everybody's line. */
export function Seeing() {
  const [path] = useLocation();
  if (path.startsWith("/star/audit")) return <Audit />;
  return path.startsWith("/star/line") ? <Lines /> : <MapScreen />;
}
