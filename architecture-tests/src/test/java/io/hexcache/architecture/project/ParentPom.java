package io.hexcache.architecture.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The parent pom, which lists the modules. */
public final class ParentPom {

    private ParentPom() {}

    /** The modules, in the order of the pom. */
    public static List<Module> modules() {
        Path root = ProjectRoot.find();
        return texts(root.resolve("pom.xml"), "module").stream()
                .map(name -> new Module(name, root.resolve(name)))
                .toList();
    }

    /** What the elements of this name hold, in a pom of the project. */
    public static List<String> texts(Path pom, String element) {
        NodeList found = parse(pom).getElementsByTagName(element);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent().strip()).toList();
    }

    private static Document parse(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read the modules from " + pom, e);
        }
    }
}
