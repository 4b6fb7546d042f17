package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The addresses of the open data without a server: answers are made each time they are asked for. */
final class OpenDataWeb {

    private OpenDataWeb() {}

    static MockMvc of(Shared shared, Municipality... municipalities) {
        MunicipalPages pages = Shared.pages(municipalities);
        Delivery delivery = new Unkept();
        Installation installation = new Installation("");
        DataFiles files = shared.files();
        SharedData data = shared.data(pages);
        return MockMvcBuilders.standaloneSetup(
                        new ApiController(delivery, pages, shared.released, shared.released, installation),
                        new SharedApiController(delivery, data, installation),
                        new SharedDataController(delivery, data, new SharedFiles(data), null, installation),
                        new DescriptionController(delivery),
                        new CatalogueController(
                                delivery, shared.catalogue(pages, shared.released, shared.released), installation),
                        new DownloadController(
                                delivery, pages, shared.released, files, new DataArchive(files), installation))
                .addFilters(new OpenToScripts())
                .build();
    }

    /** @return the templates of all addresses */
    static List<String> patterns(MockMvc web) {
        return web
                .getDispatcherServlet()
                .getWebApplicationContext()
                .getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream())
                .toList();
    }

    /** Keeps nothing. */
    private static final class Unkept implements Delivery {

        @Override
        public ResponseEntity<byte[]> answer(HttpServletRequest request, Key key, Making making) {
            Body body = making.make();
            HttpHeaders headers = new HttpHeaders();
            body.headers().forEach(headers::set);
            return ResponseEntity.status(body.status())
                    .headers(headers)
                    .contentType(body.type())
                    .body(body.bytes());
        }

        @Override
        public void stream(
                HttpServletRequest request,
                HttpServletResponse response,
                Key key,
                MediaType type,
                String file,
                Writing writing)
                throws IOException {
            response.setContentType(type.toString());
            writing.write(response.getOutputStream());
        }
    }
}
